/** What a reply has beside its `response`: its senses, the notes in its text, the words that conditions removed. */
import type { Answered } from "../protocol.js";
import type { Sense } from "./answers.js";
import { readable } from "./questions.js";

export const PARTS: Record<string, string> = {
  n: "noun",
  v: "verb",
  a: "adjective",
  s: "adjective",
  r: "adverb",
};

/** Returns the notes in a reply's text, where its entry shows the definition that the text repeats. */
export function textBeside(reply: Answered): string {
  const text = reply.text ?? "";
  if (reply.option !== "definition" || !reply.senses?.length) return text;
  const word = readable(reply.word);
  const definition = text.lastIndexOf(`${word.slice(0, 1).toUpperCase()}${word.slice(1)} (`);
  return definition < 0 ? text : text.slice(0, definition).trim();
}

/** Returns the removed words that the reply's text does not name, readably. */
export function unnamedRemoved(reply: Answered): string[] {
  const text = (reply.text ?? "").toLowerCase();
  return (reply.removed ?? []).map(readable).filter((name) => !names(text, name.toLowerCase()));
}

function names(text: string, name: string): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d'-])${pattern}(?![\\p{L}\\d'-])`, "u").test(text);
}

/**
 * Returns senses by part of speech, each part once.
 *
 * Where a sentence ranks the senses, their order stays, so a part may come again.
 */
export function byPart(senses: Sense[]): { part: string; senses: Sense[] }[] {
  const groups: { part: string; senses: Sense[] }[] = [];
  for (const sense of senses) {
    const part = PARTS[sense.pos] ?? sense.pos;
    const near = isRanked(senses) ? groups.slice(-1) : groups;
    const group = near.find((each) => each.part === part);
    if (group) group.senses.push(sense);
    else groups.push({ part, senses: [sense] });
  }
  return groups;
}

/** Returns whether a sentence ranks the senses, the likeliest first. */
export function isRanked(senses: Sense[]): boolean {
  return senses.some(({ likelihood }) => likelihood !== undefined);
}
