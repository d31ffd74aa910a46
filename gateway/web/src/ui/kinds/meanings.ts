/** Words with one meaning each: those that fit a description, and the hard words of a text. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Meaning } from "../../model/answers.js";
import { PARTS } from "../../model/entry.js";
import { readable } from "../../model/questions.js";

export const meaningsStyle = css`
  .matches,
  .glossary {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .matches > li:not(.fold, [hidden]),
  .glossary > div {
    display: grid;
    grid-template-columns: minmax(calc(7 * var(--rem)), calc(11 * var(--rem))) 1fr;
    gap: 0 calc(0.8 * var(--rem));
    align-items: baseline;
    padding-block: calc(0.35 * var(--rem));
    border-block-end: 1px solid var(--line);
    font-family: var(--serif);
  }
  .matches > li:last-child,
  .glossary > div:last-child {
    border: none;
  }
  .matches > .fold > .quiet {
    padding-inline-start: 0; /* at the edge of the words above */
  }
  :is(.matches, .glossary, .sides) .part {
    font-size: inherit;
    font-weight: 400; /* a label before its gloss, no heading */
  }
  .matches .word,
  .glossary .word {
    justify-self: start;
    font-size: calc(1.0625 * var(--rem));
    font-weight: 600;
  }
  @container (max-width: 416px) {
    .matches > li:not(.fold, [hidden]),
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
  return html`${pos ? html`<span class="part ${PARTS[pos] ?? ""}">${posName(pos)}</span>` : nothing}
    <span lang="en">${definition}</span>`;
}
