/** Two words next to each other, each with the meanings that matter for their difference. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Side } from "../../model/answers.js";

export const sidesStyle = css`
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 0.4rem 1.6rem;
  }
  .sides ul {
    margin: 0.4rem 0 0;
    padding: 0;
    list-style: none;
  }
`;

/** Draws each side with `word` for its name and `posName` for parts of speech. */
export function sidesView(
  sides: Side[],
  word: (name: string) => TemplateResult,
  posName: (pos: string) => string,
): TemplateResult {
  return html`<div class="sides">
    ${sides.map(
      (side) =>
        html`<section>
          ${word(side.word)}
          <ul>
            ${side.senses.map(
              ({ pos, definition, examples }) =>
                html`<li>
                  <p class="gloss"><span class="part">${posName(pos)}</span> ${definition}</p>
                  ${examples[0] ? html`<p><q class="example">${examples[0]}</q></p>` : nothing}
                </li>`,
            )}
          </ul>
        </section>`,
    )}
  </div>`;
}
