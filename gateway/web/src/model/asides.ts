/** Questions that the client asks by itself, without a trace in the transcript. */
import type { Question, Reply } from "../protocol.js";
import { responseOf, strings } from "./answers.js";
import { knows } from "./commands.js";
import { lookUp } from "./questions.js";

type Ask = (question: Question) => Promise<Reply>;

export interface DayWord {
  word: string;
  definition: string;
}

/** What a removed quotation leaves at the end of a definition: "not liable to error; -G. G. Coulton". */
const REMNANTS = /;\s*[;-].*$/;

/** Returns the word of the day with its commonest meaning; empty if there is none. */
export async function wordOfTheDay(ask: Ask): Promise<DayWord> {
  const first = async (command: string, of = ""): Promise<string> =>
    knows(command) ? (strings(responseOf(await ask(lookUp(command, of))))[0] ?? "") : "";
  const word = await first("word_of_the_day");
  return { word, definition: word && (await first("definition", word)).replace(REMNANTS, "") };
}

/** Returns words that begin with `prefix`. */
export async function beginningWith(prefix: string, ask: Ask): Promise<string[]> {
  return knows("suggest") ? strings(responseOf(await ask(lookUp("suggest", prefix)))) : [];
}
