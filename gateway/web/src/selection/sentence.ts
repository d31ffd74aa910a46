/** The sentence around a selected word, as long as the service takes one. */
import { LONGEST_WORD } from "../model/commands.js";

/** The most characters of a sentence in a question. */
export const LONGEST_SENTENCE = 300;
/** A longer selection is a passage, which nobody wants to look up as a word. */
const MOST_WORDS = 5;

/** A selection in a text, and the text on both sides of it. */
export interface Selected {
  before: string;
  selected: string;
  after: string;
}

/** Returns the word or few words of a selection, without the punctuation around them; otherwise an empty text. */
export function wordIn(selected: string): string {
  const word = spaced(selected).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const fits = word.length <= LONGEST_WORD && word.split(" ").length <= MOST_WORDS;
  return fits && /\p{L}/u.test(word) ? word : "";
}

/**
 * Returns the sentence around a selection, in at most LONGEST_SENTENCE characters; empty if it has no other word.
 *
 * A longer sentence is cut between words on both sides of the selection.
 */
export function sentenceAround({ before, selected, after }: Selected): string {
  const text = before + selected + after;
  const [start, end] = [before.length, before.length + selected.length];
  const touched = sentences(text).filter(([from, to]) => from < end && to > start);
  const [from, to] = [touched[0]?.[0] ?? start, touched.at(-1)?.[1] ?? end];
  const around = [text.slice(from, start), text.slice(end, to)] as const;
  if (!around.some((side) => /[\p{L}\p{N}]/u.test(side))) return "";
  return spaced(cut(around[0], selected, around[1]));
}

/** Returns the start and end of each sentence; a line break ends one, too. */
function sentences(text: string): [number, number][] {
  // Firefox has no segmenter before version 125.
  const starts =
    "Segmenter" in Intl
      ? Array.from(new Intl.Segmenter("en", { granularity: "sentence" }).segment(text), ({ index }) => index)
      : [0, ...Array.from(text.matchAll(/[.!?]["'”’)]*\s+|\n+/gu), (end) => end.index + end[0].length)];
  return starts.map((start, at) => [start, starts[at + 1] ?? text.length]);
}

function cut(before: string, selected: string, after: string): string {
  const room = LONGEST_SENTENCE - selected.length;
  const half = Math.floor(room / 2);
  const left = Math.max(half, room - after.length);
  const right = Math.max(half, room - before.length);
  const start = before.length <= left ? before : before.slice(-left).replace(/^\S*(?:\s|$)/u, "");
  const end = after.length <= right ? after : after.slice(0, right).replace(/(?:^|\s)\S*$/u, "");
  return start + selected + end;
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
