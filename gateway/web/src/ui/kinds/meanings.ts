/** Words with one meaning each: those that fit a description, and the hard words of a text. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Meaning } from "../../model/answers.js";
import { readable } from "../../model/questions.js";

export const meaningsStyle = css`
  .matches,
  .glossary {
    display: grid;
    gap: calc(0.55 * var(--rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .matches > li:not(.fold),
  .glossary > div {
    display: grid;
    grid-template-columns: minmax(calc(7 * var(--rem)), calc(11 * var(--rem))) 1fr;
    gap: calc(0.2 * var(--rem)) calc(0.8 * var(--rem));
    align-items: baseline;
  }
  .matches .chip,
  .glossary .chip {
    justify-self: start;
  }
  @container (max-width: 416px) {
    .matches > li:not(.fold),
    .glossary > div {
      grid-template-columns: 1fr;
    }
  }
`;

export interface Drawing {
  /** Draws a button that looks `name` up, with another text on it where `shown` differs. */
  word: (name: string, shown?: string) => TemplateResult;
  posName: (pos: string) => string;
}

/** Whether an item is folded: hidden, except from the browser's search and from print. */
export type Hidden = "until-found" | typeof nothing;

/** Draws one word for a description, as an item of a list. */
export function matchView(meaning: Meaning, { word, posName }: Drawing, hidden: Hidden): TemplateResult {
  return html`<li hidden=${hidden}>
    ${word(meaning.word)} ${meaning.definition ? html`<span>${gloss(meaning, posName)}</span>` : nothing}
  </li>`;
}

/** Draws the hard words of a text; the button of an inflected word looks its dictionary form up. */
export function glossaryView(meanings: Meaning[], { word, posName }: Drawing): TemplateResult {
  return html`<dl class="glossary">
    ${meanings.map(
      (meaning) =>
        html`<div>
          <dt>${word(meaning.lemma, readable(meaning.word))}</dt>
          <dd>${gloss(meaning, posName)}</dd>
        </div>`,
    )}
  </dl>`;
}

function gloss({ pos, definition }: Meaning, posName: (pos: string) => string): TemplateResult {
  return html`${pos ? html`<span class="part">${posName(pos)}</span>` : nothing}
    <span lang="en">${definition}</span>`;
}
