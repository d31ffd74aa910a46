/**
 * The page's address: `/?word=serendipity&command=definition` asks that, and every question becomes an address.
 *
 * `/word/serendipity` asks, too, and the gateway puts the reply into that page.
 *
 * Back and forward lead to earlier questions: to their place in the transcript, if it still has them.
 */
import type { Exchange } from "../model/conversation.js";
import { describe, fromAddress, rootPath, toQuery } from "../model/questions.js";
import type { Answered, LookupId } from "../protocol.js";
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
    if (replaces) history.replaceState(entry, "");
    else history.pushState(entry, "", rootPath() + toQuery(exchange.question));
    entitle(exchange);
  });
  const arrive = (known?: Answered): void => {
    const { id } = (history.state ?? {}) as Entry;
    if (id !== undefined && chat.show(id)) return;
    const question = fromAddress();
    if (!question) {
      document.title = "Wordwire";
      return;
    }
    replaces = true; // the address is there already
    chat.ask(question, false, known);
    replaces = false;
  };
  window.addEventListener("popstate", () => arrive());
  void chat.updateComplete.then(() => arrive(repliedHere()));
}

/** Returns the reply that came with the page. */
function repliedHere(): Answered | undefined {
  const place = document.getElementById("reply");
  return place ? (JSON.parse(place.textContent) as Answered) : undefined;
}
