/** The client protocol (docs/protocol.md) as types, in both directions. */

export type LookupId = string | number;

export interface MyMessage {
  command: string;
  word?: string | undefined;
  pos?: string | undefined;
  word2?: string | undefined;
  /** The sentence around the word: the meanings that fit it come first. */
  sentence?: string | undefined;
}

export interface Context {
  command: string;
  word: string;
  pos?: string | undefined;
  word2?: string;
  /** Names that the text listed, and the number of names listed so far. */
  shown?: string[];
  more?: number;
  where?: Record<string, unknown>;
}

/** One sentence of a reply's text that its other fields do not hold. */
export interface Said {
  key: string;
  words?: string[];
  text?: string;
}

export interface Ask {
  text: string;
  context?: Context | undefined;
}

export type Question = { event: "my_message"; fields: MyMessage } | { event: "ask"; fields: Ask };

export interface WireError {
  code: string;
  message: string;
  /** Seconds until asking again makes sense, where the gateway knows it. */
  retry_after?: number;
}

export interface Ack {
  id?: LookupId;
  status?: "queued";
  error?: WireError;
}

export interface Reply {
  id: LookupId;
  option: string;
  word: string;
  /** JSON text, always a list. */
  response: string;
  error?: WireError;
  lemma?: string;
  pos?: string;
  text?: string;
  suggestions?: string[];
  context?: Context;
  /** The answer to a sentence by sense; the senses that an entry leaves out, and their number. */
  senses?: unknown[];
  rest?: unknown[];
  more?: number;
  /** Words that the conditions of the question left out. */
  removed?: string[];
  /** The meaning of each word of `response` that fits a description. */
  matches?: unknown[];
  /** The reply to the second question of a sentence, which has that to the third; `text` answers all. */
  also?: Answered;
  /** The pronunciation, with an entry. */
  ipa?: string;
  /** The sentences of `text` that the other fields do not repeat; absent if all of them matter. */
  notes?: string;
  /** The sentences of `text` that the other fields do not hold, for readers of another language. */
  said?: Said[];
}

/** A reply without the id of its question. */
export type Answered = Omit<Reply, "id">;

/** Returns the topic after `reply`; undefined if the reply failed or names no word. */
export function contextOf(reply: Reply): Context | undefined {
  if (reply.error) return undefined;
  if (reply.context) return reply.context;
  return reply.word ? { command: reply.option, word: reply.word, pos: reply.pos } : undefined;
}
