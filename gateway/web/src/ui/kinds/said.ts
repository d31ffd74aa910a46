/** What a reply says, as text: in the reader's language where it has the sentence, otherwise in English and marked so. */
import { html, nothing, type TemplateResult } from "lit";
import { english, HANGUL, plain, type Piece } from "../../i18n/sentences.js";
import type { Strings } from "../../i18n/index.js";
import { answerOf, responseOf, type Answer } from "../../model/answers.js";
import { showsItsText, textBeside, unnamedRemoved } from "../../model/entry.js";
import type { Answered, Reply, WireError } from "../../protocol.js";
import { emptyText, errorText } from "../announcement.js";

/** Errors about which the language's own sentence says all. */
const SAID_IN_FULL = new Set(["timeout", "unavailable", "busy", "rate_limited", "unauthorized", "internal"]);
/** A transcription, in which browsers would break a line: "(/ɹəˈkɔɹd/)". */
const TRANSCRIPTION = /(\(\/[^\s/]+\/\))/;
/** Removed words in the line about them. */
const REMOVED_SHOWN = 12;

/** Returns the language of a text that somebody typed: Korean if it has Hangul, English otherwise. */
export function langOf(text: string): string {
  return HANGUL.test(text) ? "ko" : "en";
}

/** Draws a sentence, with its English words marked as English. */
export function pieces(said: readonly Piece[]): TemplateResult[] {
  return said.map((piece) =>
    typeof piece === "string"
      ? html`${piece}`
      : html`<span lang=${langOf(piece.en)}>${unbroken(piece.en)}</span>`,
  );
}

function unbroken(text: string): (string | TemplateResult)[] {
  const parts = text.split(TRANSCRIPTION);
  return parts.map((part, at) => (at % 2 ? html`<span class="unbroken">${part}</span>` : part));
}

/** Draws the sentences of a reply that its card does not repeat. */
export function textView(reply: Answered, answer: Answer, s: Strings): TemplateResult | typeof nothing {
  if (!reply.text && responseOf(reply).length === 0) return paragraph(emptyPieces(reply, s));
  if (!s.wording) return paragraph(english(textBeside(reply, answer)));
  return paragraph(reply.text ? s.wording.text(reply, showsItsText(reply, answer)) : []);
}

/** Draws the same for the second question of a sentence: in English, `text` of the first answers both. */
export function alsoView(reply: Answered, answer: Answer, s: Strings): TemplateResult | typeof nothing {
  return paragraph(s.wording?.text(reply, showsItsText(reply, answer)) ?? []);
}

function emptyPieces(reply: Answered, s: Strings): Piece[] {
  return s.wording?.nothing(reply) ?? [emptyText(reply, s)];
}

function paragraph(said: readonly Piece[]): TemplateResult | typeof nothing {
  return plain(said) ? html`<p class="text">${pieces(said)}</p>` : nothing;
}

/** Draws the words that conditions left out, unless the text beside the answer names them. */
export function removedView(reply: Reply, s: Strings): TemplateResult | typeof nothing {
  const names = unnamedRemoved(reply, s.wording ? "" : textBeside(reply, answerOf(reply)));
  if (names.length === 0) return nothing;
  const more = names.length > REMOVED_SHOWN ? ` ${s.moreWords(names.length - REMOVED_SHOWN)}` : "";
  return html`<p class="removed">
    ${s.leftOut}: <span lang="en">${names.slice(0, REMOVED_SHOWN).join(", ")}</span>${more}
  </p>`;
}

/** Draws a refusal: its kind, and what the server says about it. */
export function errorView(reply: Reply, error: WireError, s: Strings): TemplateResult {
  return html`<p class="error">
    <strong>${errorText(error.code, s)}</strong> <span>${pieces(details(reply, error, s))}</span>
  </p>`;
}

function details(reply: Reply, { code, message, retry_after: seconds }: WireError, s: Strings): Piece[] {
  if (!s.wording) return english(message);
  if (reply.said) return s.wording.text(reply);
  if (!SAID_IN_FULL.has(code)) return english(message);
  return seconds ? s.wording.say("retry", { number: String(Math.ceil(seconds)) }) : [];
}

/** Draws the label of a question that a reply offers. */
export function offerView(text: string, s: Strings): TemplateResult[] {
  return pieces(s.wording?.offer(text) ?? [{ en: text }]);
}
