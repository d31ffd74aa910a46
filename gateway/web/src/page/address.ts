/**
 * The page's address: `/?word=serendipity&command=definition` asks that, and every question becomes an address.
 *
 * Back and forward lead to earlier questions: to their place in the transcript, if it still has them.
 */
import type { Exchange } from "../model/conversation.js";
import { describe, fromQuery, toQuery } from "../model/questions.js";
import type { LookupId } from "../protocol.js";
import type { WordwireChat } from "../ui/wordwire-chat.js";

interface Entry {
  id?: LookupId;
}

export function followAddress(
  chat: WordwireChat,
  onAsked: (listener: (exchange: Exchange) => void) => void,
): void {
  let replaces = false;
  const entitle = (exchange: Exchange): void => {
    document.title = `${describe(chat.strings, exchange.question).subject} – Wordwire`;
  };
  onAsked((exchange) => {
    const entry: Entry = { id: exchange.id };
    const address = toQuery(exchange.question);
    if (replaces) history.replaceState(entry, "", address);
    else history.pushState(entry, "", address);
    entitle(exchange);
  });
  const arrive = (): void => {
    const { id } = (history.state ?? {}) as Entry;
    if (id !== undefined && chat.show(id)) return;
    const question = fromQuery(location.search);
    if (!question) {
      document.title = "Wordwire";
      return;
    }
    replaces = true; // the address is there already
    chat.ask(question);
    replaces = false;
  };
  window.addEventListener("popstate", arrive);
  void chat.updateComplete.then(arrive);
}
