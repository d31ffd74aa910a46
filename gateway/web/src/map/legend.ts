/** The legend of the map: its parts of speech and its relations, and no others. */
import { html, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import { PARTS } from "../model/entry.js";
import { commandName } from "../model/questions.js";
import type { Graph } from "./graph.js";
import { LOOKS } from "./relations.js";

export function legend(graph: Graph, s: Strings): TemplateResult {
  const parts = new Map(graph.nodes.map(({ pos }) => [PARTS[pos] ?? "", pos]));
  parts.delete("");
  const drawn = new Set(graph.links.map(({ relation }) => relation));
  const relations = Object.keys(LOOKS).filter((relation) => drawn.has(relation));
  return html`<ul class="legend" aria-label=${s.map.legend}>
    ${[...parts].map(([part, pos]) => html`<li class="part ${part}">${s.pos[pos]}</li>`)}
    ${relations.map(
      (relation) =>
        html`<li>
          <svg viewBox="0 0 36 8" aria-hidden="true"><path class="line ${relation}" d="M0 4H36"></path></svg>
          ${commandName(s, relation)}
        </li>`,
    )}
  </ul>`;
}
