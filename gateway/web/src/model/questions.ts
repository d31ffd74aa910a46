/** Questions as people see them: in words, and in the page's address. */
import type { Strings } from "../i18n/index.js";
import type { Question } from "../protocol.js";
import { knows, wordCommand } from "./commands.js";

export function ask(text: string): Question {
  return { event: "ask", fields: { text } };
}

export function lookUp(command: string, word: string, pos?: string, word2?: string): Question {
  return {
    event: "my_message",
    fields: { command, ...(word && { word }), ...(pos && { pos }), ...(word2 && { word2 }) },
  };
}

/** What a tap on `word` asks. */
export function wander(word: string): Question {
  return lookUp(wordCommand(), readable(word));
}

/** Returns WordNet's way of writing a name as people write it: `ice_cream` → `ice cream`. */
export function readable(name: string): string {
  return name.replaceAll("_", " ");
}

export function commandName(strings: Strings, command: string): string {
  return strings.commands[command] ?? readable(command);
}

export function describe(strings: Strings, question: Question): { subject: string; aspect: string } {
  if (question.event === "ask") return { subject: question.fields.text, aspect: "" };
  const { command, word = "", word2, pos } = question.fields;
  const name = commandName(strings, command);
  const subject = [word, word2].filter(Boolean).join(" · ");
  if (!subject) return { subject: name, aspect: "" };
  return { subject: readable(subject), aspect: pos ? `${name}, ${strings.pos[pos] ?? pos}` : name };
}

/** Returns the query of the address that asks `question`: `?word=geese&command=lemmatizer&pos=n`. */
export function toQuery(question: Question): string {
  const query = new URLSearchParams();
  if (question.event === "ask") query.set("ask", question.fields.text);
  else {
    const { word, command, pos, word2 } = question.fields;
    for (const [name, value] of Object.entries({ word, command, pos, word2 }))
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
  return lookUp(
    command || wordCommand(),
    word,
    given.get("pos") ?? undefined,
    given.get("word2") ?? undefined,
  );
}
