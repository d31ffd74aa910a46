/** How near two words are: two measures, their meanings, and the meaning in which they meet. */
import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { Answer } from "../../model/answers.js";

const WORDS_SHOWN = 6;

/** Draws the measures with the words of each meaning, each by `word`. */
export function similarityView(
  { path, wup, senses, meeting }: Extract<Answer, { kind: "similarity" }>,
  { similarity: names }: Strings,
  word: (name: string) => TemplateResult,
): TemplateResult {
  const measure = (name: string, value: number): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd><meter min="0" max="1" .value=${value} aria-label=${name}></meter> ${value.toFixed(2)}</dd>
    </div>`;
  return html`<dl class="measures">${measure(names.path, path)} ${measure(names.wup, wup)}</dl>
    <ul class="compared">
      ${senses.map(
        ({ synonyms, definition }) =>
          html`<li>
            ${synonyms.slice(0, WORDS_SHOWN).map((name) => word(name))} <span lang="en">${definition}</span>
          </li>`,
      )}
      ${
        meeting
          ? html`<li>
              <span class="meeting">${names.meeting}</span> ${meeting.words.map((name) => word(name))}
              <span lang="en">${meeting.definition}</span>
            </li>`
          : nothing
      }
    </ul>`;
}
