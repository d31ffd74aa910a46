/** The reader's starred words: kept in local storage, shared by all tabs, limited in number and size. */
import { answerOf, isFields } from "../model/answers.js";
import { readable } from "../model/questions.js";
import type { Answered } from "../protocol.js";

export interface Starred {
  word: string;
  /** The part of speech and the definition of the first meaning. */
  pos: string;
  meaning: string;
}

export const MOST_STARRED = 500;
/** Of each field: the longest definition of WordNet has fewer. */
const MOST_CHARACTERS = 500;
const KEY = "wordwire-stars";

export class Stars extends EventTarget {
  /** Whether the storage took the last change; otherwise the stars last as long as the page. */
  isKept = true;
  private held: readonly Starred[] | undefined;

  constructor() {
    super();
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) this.set(read() ?? []);
    });
  }

  /** All starred words, the newest first. */
  get all(): readonly Starred[] {
    return (this.held ??= read() ?? []);
  }

  has(word: string): boolean {
    return this.all.some((each) => each.word === word);
  }

  /** Stars a word, or takes its star away; returns false if there are too many. */
  toggle(entry: Starred): boolean {
    const known = (this.isKept ? read() : undefined) ?? this.all;
    const others = known.filter(({ word }) => word !== entry.word);
    const isNew = others.length === known.length;
    if (isNew && known.length >= MOST_STARRED) return false;
    const words = isNew ? [entry, ...known] : others;
    this.isKept = write(words);
    this.set(words);
    return true;
  }

  private set(words: readonly Starred[]): void {
    this.held = words;
    this.dispatchEvent(new Event("change"));
  }
}

/** Returns what a star on the word of a reply keeps. */
export function starredOf(reply: Answered): Starred {
  const answer = answerOf(reply);
  const [sense] = answer.kind === "senses" ? answer.senses : [];
  const [gloss] = answer.kind === "glosses" ? answer.glosses : [];
  return {
    word: headwordOf(reply),
    pos: sense?.pos ?? reply.pos ?? "",
    meaning: sense?.definition ?? gloss ?? "",
  };
}

/** Returns the word that a reply is about, in its dictionary form. */
export function headwordOf({ word, lemma = word }: Answered): string {
  return readable(lemma);
}

/** Returns the kept words; whatever else is found in their place is left out. */
function read(): Starred[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const words = new Map<string, Starred>();
    for (const each of Array.isArray(kept) ? kept.filter(isFields) : []) {
      const [word = "", pos = "", meaning = ""] = [each.word, each.pos, each.meaning].map((field) =>
        typeof field === "string" ? field.slice(0, MOST_CHARACTERS) : "",
      );
      if (word && words.size < MOST_STARRED) words.set(word, { word, pos, meaning });
    }
    return [...words.values()];
  } catch (error) {
    return error instanceof SyntaxError ? [] : undefined;
  }
}

/** Returns whether the storage took the words. */
function write(words: readonly Starred[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(words));
    return true;
  } catch {
    return false;
  }
}
