// The answers of every lookup that the load generator sends, from a file that the bench has made with a worker's code.

import { readFileSync } from "node:fs";

/** Maps "command word" to the JSON text of the answer. */
export const answers = new Map(Object.entries(JSON.parse(readFileSync(process.env.ANSWERS, "utf8"))));

/** Returns the reply to a lookup, as Wordwire words it. */
export function replyTo({ command, word, id }) {
  return { id, option: command, word, response: answers.get(`${command} ${word}`) };
}
