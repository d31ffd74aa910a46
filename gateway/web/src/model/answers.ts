/** Answers as data: the content of `response`, checked before it is drawn. */
import type { Answered } from "../protocol.js";
import { answersWithWords } from "./commands.js";
import { readable } from "./questions.js";

export interface Sense {
  sense: number;
  pos: string;
  lexname: string;
  count: number;
  definition: string;
  examples: string[];
  synonyms: string[];
  /** The words of this sense that were asked for: its synonyms, its antonyms, its parts … */
  words: string[];
  frames: string[];
  /** Paths from the root down to this sense. */
  paths: string[][];
  relations: Record<string, string[]>;
  /** Between 0 and 1, where a sentence chooses among the senses. */
  likelihood?: number;
}

/** A word with the one meaning that matters. */
export interface Meaning {
  word: string;
  lemma: string;
  pos: string;
  definition: string;
}

export interface HelpEntry {
  command: string;
  summary: string;
  example: string;
}

export interface Row {
  label: string;
  value: string;
}

/** Where the meanings of two words meet: their nearest common hypernym. */
export interface Meeting {
  words: string[];
  definition: string;
}

/** One of two words that differ, with the meanings that matter for the pair. */
export interface Side {
  word: string;
  senses: Sense[];
}

/** How two words stand to each other; `words` are those that the relation names. */
export interface Relation {
  name: string;
  words: string[];
  definition: string;
  isRare: boolean;
}

/** One inflected form of a word, such as its plural. */
export interface Form {
  form: string;
  pos: string;
  of: string;
  words: string[];
  likelihood?: never;
}

/** Commands whose sentence tells people everything, or where to ask on. */
const SAID_IN_FULL: readonly string[] = [
  "is_a",
  "is_word",
  "usage",
  "pronunciation",
  "etymology",
  "translate",
  "grammar",
];

/** One answer in the form in which it is drawn. */
export type Answer =
  | { kind: "nothing" }
  /** `rest` are the senses to fold away, `more` in number; without it, these are all senses of the word. */
  | { kind: "senses"; senses: Sense[]; more?: number; rest?: Sense[] }
  | { kind: "words"; words: string[] }
  | { kind: "sentences"; sentences: string[] }
  | { kind: "glosses"; glosses: string[] }
  | { kind: "parts"; parts: string[] }
  | { kind: "similarity"; path: number; wup: number; senses: Sense[]; meeting: Meeting | undefined }
  | { kind: "sides"; sides: Side[]; relations: Relation[] }
  | { kind: "forms"; forms: Form[] }
  /** Words for a description, the likeliest first. */
  | { kind: "matches"; meanings: Meaning[] }
  /** The hard words of a text, in its order. */
  | { kind: "glossary"; meanings: Meaning[] }
  | { kind: "help"; entries: HelpEntry[] }
  | { kind: "records"; records: Row[][] };

type Fields = Record<string, unknown>;

/** Returns the list in `response`; an empty one if it holds anything else. */
export function responseOf(reply: Answered): unknown[] {
  try {
    const list: unknown = JSON.parse(reply.response);
    return Array.isArray(list) ? (list as unknown[]) : [];
  } catch {
    return [];
  }
}

export function answerOf(reply: Answered): Answer {
  const list = responseOf(reply);
  if (list.length === 0) return { kind: "nothing" };
  const bySense = (reply.senses ?? []).filter(isFields);
  if (bySense.length > 0) return bySenseAnswer(reply, bySense);
  if (reply.matches) return { kind: "matches", meanings: matchesOf(strings(list), reply.matches) };
  if (list.every((item) => typeof item === "string")) return stringsAnswer(reply.option, list);
  const objects = list.filter(isFields);
  if (reply.option === "similarity" && objects[0]) return similarityOf(objects[0]);
  if (reply.option === "difference" && objects[0]) return sidesOf(objects[0]);
  if (reply.option === "inflect") return formsAnswer(reply, objects);
  if (reply.option === "gloss") return { kind: "glossary", meanings: objects.map(meaningOf) };
  if (reply.text && SAID_IN_FULL.includes(reply.option)) return { kind: "nothing" };
  if (reply.option === "map") return { kind: "nothing" }; // <ww-map> draws it
  if (objects.every((item) => typeof item.definition === "string" && "pos" in item)) {
    return { kind: "senses", senses: objects.map(senseOf) };
  }
  if (reply.option === "help") return { kind: "help", entries: objects.map(helpEntryOf) };
  return { kind: "records", records: objects.map(rowsOf) };
}

function bySenseAnswer({ option, more = 0, rest = [] }: Answered, senses: Fields[]): Answer {
  const words = (item: Fields): unknown => (answersWithWords(option) ? (item[option] ?? item.words) : []);
  const own = (item: Fields): Fields => ({
    ...item,
    words: words(item),
    relations: { antonyms: item.antonyms },
  });
  const [shown, folded] = [senses, rest.filter(isFields)].map((each) => each.map(own).map(senseOf));
  return { kind: "senses", senses: shown ?? [], more, rest: folded ?? [] };
}

function stringsAnswer(option: string, list: string[]): Answer {
  if (option === "examples") return { kind: "sentences", sentences: list };
  if (option === "definition") return { kind: "glosses", glosses: list };
  if (option === "pos") return { kind: "parts", parts: list };
  if (answersWithWords(option)) return { kind: "words", words: list };
  return { kind: "glosses", glosses: list };
}

function senseOf(item: Fields, index: number): Sense {
  const relations: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(isFields(item.relations) ? item.relations : {})) {
    if (strings(value).length > 0) relations[name] = strings(value);
  }
  return {
    sense: typeof item.sense === "number" ? item.sense : index + 1,
    pos: text(item.pos),
    lexname: text(item.lexname),
    count: typeof item.count === "number" ? item.count : 0,
    definition: text(item.definition),
    examples: [...strings(item.examples), ...(text(item.example) ? [text(item.example)] : [])],
    synonyms: strings(item.synonyms),
    words: strings(item.words),
    frames: [...strings(item.frames), ...strings(item.sentences)],
    paths: Array.isArray(item.paths) ? item.paths.map(strings) : [],
    relations,
    ...(isShare(item.likelihood) && { likelihood: item.likelihood }),
  };
}

/** Returns each word with its match; a word without one stays in its place. */
function matchesOf(words: string[], matches: unknown[]): Meaning[] {
  const meanings = matches.filter(isFields).map(meaningOf);
  return words.map(
    (word) => meanings.find((each) => each.word === word) ?? { word, lemma: word, pos: "", definition: "" },
  );
}

function meaningOf(item: Fields): Meaning {
  const word = text(item.word);
  return { word, lemma: text(item.lemma) || word, pos: text(item.pos), definition: text(item.definition) };
}

function similarityOf(item: Fields): Answer {
  const { path, wup, senses, hypernym } = item;
  return {
    kind: "similarity",
    path: typeof path === "number" ? path : 0,
    wup: typeof wup === "number" ? wup : 0,
    senses: Array.isArray(senses) ? senses.filter(isFields).map(senseOf) : [],
    meeting: isFields(hypernym)
      ? { words: strings(hypernym.words), definition: text(hypernym.definition) }
      : undefined,
  };
}

function sidesOf(item: Fields): Answer {
  const words = Array.isArray(item.words) ? item.words.filter(isFields) : [];
  const sides = words.map(({ word, senses }) => ({
    word: text(word),
    senses: Array.isArray(senses) ? senses.filter(isFields).map(senseOf) : [],
  }));
  const relations = Array.isArray(item.relations) ? item.relations.filter(isFields).map(relationOf) : [];
  return { kind: "sides", sides, relations };
}

function relationOf(item: Fields): Relation {
  const ends =
    strings(item.path).length > 1 ? [strings(item.path)[0] ?? "", strings(item.path).at(-1) ?? ""] : [];
  return {
    name: text(item.relation),
    words: [...ends, ...strings(item.words), ...[item.first].map(text).filter(Boolean)],
    definition: text(item.definition),
    isRare: item.rare === true,
  };
}

/** Returns a table of forms; the sentence of a reply says a single form in full. */
function formsAnswer(reply: Answered, objects: Fields[]): Answer {
  if (reply.text && objects.length === 1) return { kind: "nothing" };
  const forms = objects.map((item) => ({
    form: text(item.form),
    pos: text(item.pos),
    of: text(item.of),
    words: strings(item.words),
  }));
  return { kind: "forms", forms };
}

function helpEntryOf(item: Fields): HelpEntry {
  return { command: text(item.command), summary: text(item.summary), example: text(item.example) };
}

function rowsOf(item: Fields): Row[] {
  const rows = Object.entries(item).map(([name, value]) => ({ label: readable(name), value: text(value) }));
  return rows.filter(({ value }) => value !== "");
}

/** Returns a likelihood in per cent; it is an estimate, so it is neither 0 nor 100. */
export function percentOf(likelihood: number): number {
  return Math.min(99, Math.max(1, Math.round(likelihood * 100)));
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : value.toFixed(3);
  if (typeof value === "boolean") return value ? "✓" : "✗";
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(", ");
  if (isFields(value)) return Object.values(value).map(text).filter(Boolean).join(" – ");
  return "";
}
