/** The forms of a word as a table for each part of speech. */
import { css, html, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { Form } from "../../model/answers.js";
import { byPart } from "../../model/entry.js";

export const inflectionsStyle = css`
  /* All tables have the same columns, so that the eye runs down one edge. */
  .forms {
    inline-size: min(100%, calc(24 * var(--rem)));
    border-collapse: collapse;
    table-layout: fixed;
  }
  .forms + .forms {
    margin-block-start: calc(0.8 * var(--rem));
  }
  caption {
    text-align: start;
  }
  .forms th,
  .forms td {
    padding: calc(0.25 * var(--rem)) calc(0.8 * var(--rem)) calc(0.25 * var(--rem)) 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  .forms th {
    color: var(--muted);
    font-size: calc(0.88 * var(--rem));
    font-weight: 400;
  }
  .forms td {
    font-family: var(--serif);
    font-size: calc(1.1 * var(--rem));
  }
`;

/** Draws a table for each part of speech, and for each dictionary form where a word has several. */
export function inflectionsView(forms: Form[], s: Strings): TemplateResult[] {
  const several = new Set(forms.map(({ of }) => of)).size > 1;
  return byPart(forms).map(
    ({ part, senses: group }) =>
      html`<table class="forms ${part}">
        <caption>
          <span class="part ${part}">${s.pos[group[0]?.pos ?? ""] ?? part}</span>
        </caption>
        <tbody>
          ${group.map(
            ({ form, of, words }) =>
              html`<tr>
                <th scope="row">${s.forms[form] ?? form}${several ? ` (${of})` : ""}</th>
                <td lang="en">${words.join(", ")}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  );
}
