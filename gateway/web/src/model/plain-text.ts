/** Answers as plain text, for the clipboard. */
import type { Strings } from "../i18n/index.js";
import { plain } from "../i18n/sentences.js";
import type { Reply } from "../protocol.js";
import { answerOf, percentOf } from "./answers.js";
import { unnamedRemoved } from "./entry.js";
import { readable } from "./questions.js";

/** Returns an answer as plain text, for the clipboard. */
export function plainText(reply: Reply, s: Strings): string {
  const answer = answerOf(reply);
  const said = reply.text && s.wording ? plain(s.wording.text(reply)) : reply.text;
  const lines = said ? [said] : [readable(reply.lemma ?? reply.word)];
  const isSaid = Boolean(reply.text) && !s.wording;
  if (answer.kind === "senses") {
    for (const sense of answer.senses) {
      const notes = [s.pos[sense.pos] ?? sense.pos];
      if (sense.likelihood !== undefined) notes.push(s.likelihood(percentOf(sense.likelihood)));
      lines.push(`${sense.sense}. (${notes.join(", ")}) ${sense.definition}`);
      for (const example of sense.examples) lines.push(`   “${example}”`);
      for (const path of sense.paths) lines.push(`   ${path.map(readable).join(" › ")}`);
      const words = sense.words.length > 0 ? sense.words : sense.synonyms;
      if (words.length > 0) lines.push(`   ${words.map(readable).join(", ")}`);
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
  } else if (answer.kind === "sides") {
    for (const { word, senses } of isSaid ? [] : answer.sides)
      lines.push(...senses.map(({ definition }) => `${word}: ${definition}`));
  } else if (answer.kind === "forms") {
    for (const { form, words } of isSaid ? [] : answer.forms)
      lines.push(`${s.forms[form] ?? form}: ${words.join(", ")}`);
  } else if (answer.kind === "matches" || answer.kind === "glossary") {
    for (const { word, pos, definition } of answer.meanings)
      lines.push(definition ? `${readable(word)} (${s.pos[pos] ?? pos}): ${definition}` : readable(word));
  } else if (answer.kind === "help") {
    lines.push(
      ...answer.entries.map(({ command, summary, example }) => `${command}: ${summary} (${example})`),
    );
  } else if (answer.kind === "records") {
    for (const rows of answer.records) lines.push(...rows.map(({ label, value }) => `${label}: ${value}`));
  }
  const removed = unnamedRemoved(reply, reply.text ?? "");
  if (removed.length > 0) lines.push(`${s.leftOut}: ${removed.join(", ")}`);
  return lines.join("\n");
}
