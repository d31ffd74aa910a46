/** What a reply has beside its `response`: its senses, the notes in its text, the words that conditions removed. */
import type { Answered } from "../protocol.js";
import type { Answer, Sense } from "./answers.js";
import { readable } from "./questions.js";

/** Anything of one part of speech, perhaps with a likelihood in a sentence. */
type Ranked = Pick<Sense, "pos" | "likelihood">;

export const PARTS: Record<string, string> = {
  n: "noun",
  v: "verb",
  a: "adjective",
  s: "adjective",
  r: "adverb",
};

/** Kinds of answers that show all that the text of their reply says, except its notes. */
const SHOWS_ITS_TEXT: ReadonlySet<string> = new Set([
  "senses",
  "words",
  "matches",
  "sides",
  "forms",
  "glossary",
]);

/** Returns the sentences of a reply that its card does not repeat. */
export function textBeside(reply: Answered, answer: Answer): string {
  if (showsItsText(reply, answer) && !reply.also) return reply.notes ?? "";
  return withoutOffers(reply);
}

/** Returns whether a reply suggests the same question about words of nearly the same spelling. */
export function offersSpellings({ said = [], suggestions = [] }: Answered): boolean {
  const near = said.find(({ key }) => key === "unknown")?.words?.slice(1) ?? [];
  return near.length > 0 && suggestions.every((each, at) => each.includes(near[at] ?? "\n"));
}

/** Returns a text without a last sentence that only lists the suggestions, which are buttons below it. */
function withoutOffers(reply: Answered): string {
  const { text = "", suggestions = [] } = reply;
  if (offersSpellings(reply)) return text.replace(/(?<=”\.) [^”]+\?$/, "");
  const list = suggestions.map((each) => `“${each}”`).join(", ");
  if (!list || !text.endsWith(`${list}.`)) return text;
  const before = text.slice(0, -list.length - 1);
  return before.slice(0, before.lastIndexOf(". ") + 1) || text;
}

/** Returns whether a card shows all that the text of its reply says, except its notes. */
export function showsItsText(reply: Answered, answer: Answer): boolean {
  if (reply.notes === undefined || !SHOWS_ITS_TEXT.has(answer.kind)) return false;
  if (reply.option === "spelling") return false; // which only the text has, letter by letter
  // A side without a meaning is a little word, which only the text explains.
  return answer.kind !== "sides" || answer.sides.every(({ senses }) => senses.length > 0);
}

/** Returns the questions between which the reply to an unclear one asks; empty for any other reply. */
export function doubtOf(reply: Answered): string[] {
  const offered = reply.option === "unknown" ? (reply.suggestions ?? []) : [];
  return offered.every((question) => reply.text?.includes(`“${question}”`)) ? offered : [];
}

/** Returns the removed words that a text does not name, readably. */
export function unnamedRemoved({ removed = [] }: Answered, text: string): string[] {
  const said = text.toLowerCase();
  return removed.map(readable).filter((name) => !names(said, name.toLowerCase()));
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
export function byPart<T extends Ranked>(senses: T[]): { part: string; senses: T[] }[] {
  const groups: { part: string; senses: T[] }[] = [];
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
export function isRanked(senses: Ranked[]): boolean {
  return senses.some(({ likelihood }) => likelihood !== undefined);
}
