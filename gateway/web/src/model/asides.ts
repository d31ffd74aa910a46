/** Questions that the client asks by itself, without a trace in the transcript. */
import type { Question, Reply } from "../protocol.js";
import { responseOf, strings } from "./answers.js";
import { knows } from "./commands.js";
import { lookUp } from "./questions.js";

type Ask = (question: Question) => Promise<Reply>;

/** Returns the word of the day; empty if there is none. */
export async function wordOfTheDay(ask: Ask): Promise<string> {
  if (!knows("word_of_the_day")) return "";
  return strings(responseOf(await ask(lookUp("word_of_the_day", ""))))[0] ?? "";
}

/** Returns words that begin with `prefix`. */
export async function beginningWith(prefix: string, ask: Ask): Promise<string[]> {
  return knows("suggest") ? strings(responseOf(await ask(lookUp("suggest", prefix)))) : [];
}
