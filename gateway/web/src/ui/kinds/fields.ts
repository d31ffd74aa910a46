/** Answers field by field: the commands that there are, and objects without a drawing. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { HelpEntry, Row } from "../../model/answers.js";
import { ask, commandName, readable } from "../../model/questions.js";
import { LookEvent } from "../events.js";
import type { Hidden } from "./meanings.js";

export const helpStyle = css`
  .help {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(19 * var(--rem))), 1fr));
    gap: calc(0.7 * var(--rem)) calc(1.2 * var(--rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .help li {
    display: grid;
    align-content: start;
    justify-items: start;
  }
  .help span {
    color: var(--muted);
    font-size: calc(0.9 * var(--rem));
  }
`;

/** Draws each command with an example, which a click asks. */
export function helpView(entries: HelpEntry[], s: Strings): TemplateResult {
  return html`<ul class="help">
    ${entries.map(
      ({ command, summary, example }) =>
        html`<li>
          <b>${commandName(s, command)}</b>
          <span lang=${s.summaries[command] ? nothing : "en"}>${s.summaries[command] ?? summary}</span>
          <button
            type="button"
            class="word"
            lang="en"
            @click=${(event: Event) => event.currentTarget?.dispatchEvent(new LookEvent(ask(example)))}
          >
            ${example}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** Draws the fields of one object, as an item of a list. */
export function recordView(rows: Row[], s: Strings, hidden: Hidden): TemplateResult {
  return html`<li hidden=${hidden}>
    <dl>
      ${rows.map(
        ({ label, value }) =>
          html`<div>
            <dt>${s.recordLabels[label] ?? label}</dt>
            <dd lang=${label === "pos" ? nothing : "en"}>
              ${label === "pos" ? value.replace(/[nvars]/g, (pos) => s.pos[pos] ?? pos) : readable(value)}
            </dd>
          </div>`,
      )}
    </dl>
  </li>`;
}
