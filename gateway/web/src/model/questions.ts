/** Questions as people see them: in words, and in the page's address. */
import type { Strings } from "../i18n/index.js";
import type { Question } from "../protocol.js";
import { commandNamed, knows, wordCommand } from "./commands.js";

export function ask(text: string): Question {
  return { event: "ask", fields: { text } };
}

/** Returns a lookup with the fields that are not empty; in a `sentence`, the word has the meaning that fits. */
export function lookUp(
  command: string,
  word: string,
  pos?: string,
  word2?: string,
  sentence?: string,
): Question {
  const given = Object.entries({ word, pos, word2, sentence }).filter(([, value]) => value);
  return { event: "my_message", fields: { command, ...Object.fromEntries(given) } };
}

/** Returns the question of a tap on `word`. */
export function wander(word: string): Question {
  return lookUp(wordCommand(), readable(word));
}

/** Returns one of WordNet's names as people write it: `ice_cream` → `ice cream`. */
export function readable(name: string): string {
  return name.replaceAll("_", " ");
}

/** Returns the title of a command: in the reader's language, else in English. */
export function commandName(strings: Strings, command: string): string {
  return strings.commands[command] ?? commandNamed(command)?.title ?? readable(command);
}

export function describe(strings: Strings, question: Question): { subject: string; aspect: string } {
  if (question.event === "ask") return { subject: question.fields.text, aspect: "" };
  const { command, word = "", word2, pos, sentence } = question.fields;
  const name = commandName(strings, command);
  const subject = [word, word2].filter(Boolean).join(" · ");
  if (!subject) return { subject: name, aspect: "" };
  const narrowed = pos ? `${name}, ${strings.pos[pos] ?? pos}` : name;
  return { subject: readable(subject), aspect: sentence ? `${narrowed}: “${sentence}”` : narrowed };
}

const WORD_PAGE = /(?<=\/)word\/([^/]+)$/;

/** Returns the path to the folder of the full page, from that page or from the page of a word below it. */
export function rootPath(): string {
  return location.pathname.replace(WORD_PAGE, "");
}

/** Returns the address of the page of a word. */
export function wordAddress(word: string): string {
  return `${location.origin}${rootPath()}word/${encodeURIComponent(word.replaceAll(" ", "_"))}`;
}

/** Returns the question that this page's address asks. */
export function fromAddress(): Question | undefined {
  const [, word = ""] = WORD_PAGE.exec(location.pathname) ?? [];
  return fromQuery(location.search) ?? fromQuery(`?word=${readable(word).replaceAll("&", "%26")}`);
}

/** Returns the query of the address that asks `question`: `?word=geese&command=lemmatizer&pos=n`. */
export function toQuery(question: Question): string {
  const query = new URLSearchParams();
  if (question.event === "ask") query.set("ask", question.fields.text);
  else {
    const { word, command, pos, word2, sentence } = question.fields;
    for (const [name, value] of Object.entries({ word, command, pos, word2, sentence }))
      if (value) query.set(name, value);
  }
  return `?${query.toString()}`;
}

export function fromQuery(query: string): Question | undefined {
  const given = new URLSearchParams(query);
  const text = given.get("ask")?.trim();
  if (text) return ask(text);
  const word = given.get("word")?.trim() ?? "";
  const command = given.get("command")?.trim() ?? "";
  if (!word && !knows(command)) return undefined;
  const [pos, word2, sentence] = ["pos", "word2", "sentence"].map((name) => given.get(name) ?? undefined);
  return lookUp(command || wordCommand(), word, pos, word2, sentence);
}
