/** The news about an answer in a few words, for screen readers; the rest is there to be read at the reader's pace. */
import type { Strings } from "../i18n/index.js";
import { plain } from "../i18n/sentences.js";
import type { Answered, Reply } from "../protocol.js";
import { responseOf } from "../model/answers.js";
import { takesText } from "../model/commands.js";
import { doubtOf } from "../model/entry.js";
import { plainText } from "../model/plain-text.js";
import { readable } from "../model/questions.js";

const MOST_CHARACTERS = 200;

/** Returns the beginning of an answer: whole words, at most 200 characters and an ellipsis. */
export function announcement(reply: Reply, s: Strings): string {
  const text = whole(reply, s).replace(/\s+/g, " ");
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS).replace(/ \S*$/, "")} …`;
}

/** Returns the sentence for an answer without content. */
export function emptyText(reply: Answered, s: Strings): string {
  const isEntry = reply.option === "definition" || reply.option === "overview";
  if (isEntry && !reply.pos) return s.unknownWord(readable(reply.word));
  return reply.word && !takesText(reply.option) ? s.nothing(readable(reply.word)) : s.nothingAtAll;
}

export function errorText(code: string, s: Strings): string {
  return s.errors[code] ?? s.errors.internal ?? "";
}

function whole(reply: Reply, s: Strings): string {
  if (reply.error) return errorText(reply.error.code, s);
  const doubt = doubtOf(reply);
  if (doubt.length > 0) return [s.doubt, ...doubt].join(" ");
  if (!reply.text && responseOf(reply).length === 0)
    return s.wording ? plain(s.wording.nothing(reply)) : emptyText(reply, s);
  return plainText(reply, s);
}
