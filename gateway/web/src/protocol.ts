/** The client protocol (docs/protocol.md) as types: what is sent, and what comes back. */

export type LookupId = string | number;

export interface MyMessage {
  command: string;
  word?: string | undefined;
  pos?: string | undefined;
  word2?: string | undefined;
}

export interface Context {
  command: string;
  word: string;
  pos?: string | undefined;
}

export interface Ask {
  text: string;
  context?: Context | undefined;
}

export type Question = { event: "my_message"; fields: MyMessage } | { event: "ask"; fields: Ask };

export interface WireError {
  code: string;
  message: string;
  /** Seconds until asking again makes sense, where the gateway knows. */
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
}

/** An answer apart from who asked. */
export type Answered = Omit<Reply, "id">;

/** Returns what one talks about after `reply`, or nothing when it says nothing of a word. */
export function contextOf(reply: Reply): Context | undefined {
  if (reply.error) return undefined;
  if (reply.context) return reply.context;
  return reply.word ? { command: reply.option, word: reply.word, pos: reply.pos } : undefined;
}
