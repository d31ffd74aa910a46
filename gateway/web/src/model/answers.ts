/** Answers as data: what `response` holds, checked before anything is drawn from it, and as plain text. */
import type { Strings } from "../i18n/index.js";
import type { Answered, Reply } from "../protocol.js";
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
  frames: string[];
  /** Ways from the root down to this sense. */
  paths: string[][];
  relations: Record<string, string[]>;
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

/** One answer in the form it is drawn in. */
export type Answer =
  | { kind: "nothing" }
  | { kind: "senses"; senses: Sense[] }
  | { kind: "words"; words: string[] }
  | { kind: "sentences"; sentences: string[] }
  | { kind: "glosses"; glosses: string[] }
  | { kind: "parts"; parts: string[] }
  | { kind: "similarity"; path: number; wup: number; senses: Sense[]; meeting: Meeting | undefined }
  | { kind: "help"; entries: HelpEntry[] }
  | { kind: "records"; records: Row[][] };

type Fields = Record<string, unknown>;

/** Returns the list that `response` holds; an empty one for anything else. */
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
  if (list.every((item) => typeof item === "string")) return stringsAnswer(reply.option, list);
  const objects = list.filter(isFields);
  if (reply.option === "similarity" && objects[0]) return similarityOf(objects[0]);
  if (objects.every((item) => typeof item.definition === "string" && "pos" in item)) {
    return { kind: "senses", senses: objects.map(senseOf) };
  }
  if (reply.option === "help") return { kind: "help", entries: objects.map(helpEntryOf) };
  return { kind: "records", records: objects.map(rowsOf) };
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
    examples: strings(item.examples),
    synonyms: strings(item.synonyms),
    frames: [...strings(item.frames), ...strings(item.sentences)],
    paths: Array.isArray(item.paths) ? item.paths.map(strings) : [],
    relations,
  };
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

function helpEntryOf(item: Fields): HelpEntry {
  return { command: text(item.command), summary: text(item.summary), example: text(item.example) };
}

function rowsOf(item: Fields): Row[] {
  return Object.entries(item).map(([name, value]) => ({ label: readable(name), value: text(value) }));
}

/** Returns an answer as plain text, for the clipboard. */
export function plainText(reply: Reply, s: Strings): string {
  const answer = answerOf(reply);
  const lines = reply.text ? [reply.text] : [readable(reply.lemma ?? reply.word)];
  if (answer.kind === "senses") {
    for (const sense of answer.senses) {
      lines.push(`${sense.sense}. (${s.pos[sense.pos] ?? sense.pos}) ${sense.definition}`);
      for (const example of sense.examples) lines.push(`   “${example}”`);
      for (const path of sense.paths) lines.push(`   ${path.map(readable).join(" › ")}`);
      if (sense.synonyms.length > 0) lines.push(`   ${sense.synonyms.map(readable).join(", ")}`);
    }
  } else if (answer.kind === "words") lines.push(answer.words.map(readable).join(", "));
  else if (answer.kind === "sentences") lines.push(...answer.sentences.map((sentence) => `“${sentence}”`));
  else if (answer.kind === "glosses")
    lines.push(...answer.glosses.map((gloss, index) => `${index + 1}. ${gloss}`));
  else if (answer.kind === "parts") lines.push(answer.parts.map((pos) => s.pos[pos] ?? pos).join(", "));
  else if (answer.kind === "similarity") {
    lines.push(
      `${s.similarity.path}: ${answer.path.toFixed(2)}, ${s.similarity.wup}: ${answer.wup.toFixed(2)}`,
    );
    lines.push(
      ...answer.senses.map(
        ({ synonyms, definition }) => `${synonyms.map(readable).join(", ")}: ${definition}`,
      ),
    );
  } else if (answer.kind === "help") {
    lines.push(
      ...answer.entries.map(({ command, summary, example }) => `${command}: ${summary} (${example})`),
    );
  } else if (answer.kind === "records") {
    for (const rows of answer.records) lines.push(...rows.map(({ label, value }) => `${label}: ${value}`));
  }
  return lines.join("\n");
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
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(", ");
  if (isFields(value)) return Object.values(value).map(text).filter(Boolean).join(" – ");
  return "";
}
