/** Two words next to each other, each with the meanings that matter for their difference. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { Answer, Relation, Side } from "../../model/answers.js";
import { PARTS } from "../../model/entry.js";
import { readable } from "../../model/questions.js";
import { marked } from "../marked.js";

export const sidesStyle = css`
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(11 * var(--rem))), 1fr));
    gap: calc(0.8 * var(--rem)) 0;
    margin-inline-start: calc(-1.2 * var(--rem));
    overflow: clip;
  }
  .sides section {
    margin: 0 0 0 -1px; /* the rule at the edge is out of sight */
    padding-inline: calc(1.2 * var(--rem));
    border-inline-start: 1px solid var(--line);
  }
  .sides section > .word {
    font-size: calc(1.45 * var(--rem));
    font-weight: 600;
  }
  .sides ul {
    display: grid;
    gap: calc(0.4 * var(--rem));
    margin: calc(0.4 * var(--rem)) 0 0;
    padding: 0;
    list-style: none;
  }
  .stand {
    margin-block-start: calc(0.9 * var(--rem));
  }
`;

/** Draws each side with `word` for its name and `posName` for parts of speech, and how they stand to each other. */
export function sidesView(
  { sides, relations }: Extract<Answer, { kind: "sides" }>,
  strings: Strings,
  word: (name: string) => TemplateResult,
  posName: (pos: string) => string,
): TemplateResult {
  const names = sides.map((side) => readable(side.word));
  return html`<div class="sides">${sides.map((side) => sideView(side, word, posName))}</div>
    <p class="stand">${standing(relations, names, strings).join(" ")}</p>`;
}

function sideView(
  side: Side,
  word: (name: string) => TemplateResult,
  posName: (pos: string) => string,
): TemplateResult {
  return html`<section>
    ${word(side.word)}
    <ul>
      ${side.senses.map(
        ({ pos, definition, examples }) =>
          html`<li>
            <p class="gloss">
              <span class="part ${PARTS[pos] ?? ""}">${posName(pos)}</span>
              <span lang="en">${definition}</span>
            </p>
            ${examples[0] ? html`<p lang="en"><q class="example">${marked(examples[0], [side.word])}</q></p>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Returns one sentence for each relation; a rare meaning in common gives way to the others. */
function standing(relations: Relation[], names: string[], { difference }: Strings): string[] {
  const common = relations.filter(({ isRare }) => !isRare);
  const kept = common.length > 0 ? common : relations;
  if (kept.length === 0) return [difference.none];
  return kept.map(({ name, words, definition, isRare }) => {
    const key = isRare ? "rare_same" : name;
    const [first = names[0] ?? "", last = ""] = words.map(readable);
    const other = last || (names.find((each) => each !== first) ?? "");
    return difference.says[key]?.(first, other, definition) ?? "";
  });
}
