/** The forms of a word as a table for each part of speech. */
import { css, html, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { Form } from "../../model/answers.js";
import { byPart } from "../../model/entry.js";

export const inflectionsStyle = css`
  .forms {
    border-collapse: collapse;
  }
  .forms + .forms {
    margin-block-start: 0.8rem;
  }
  caption {
    text-align: start;
  }
  .forms th,
  .forms td {
    padding: 0.25rem 1.6rem 0.25rem 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: baseline;
  }
  .forms th {
    color: var(--muted);
    font-size: 0.88rem;
    font-weight: 400;
  }
  .forms td {
    font-family: var(--serif);
    font-size: 1.1rem;
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
