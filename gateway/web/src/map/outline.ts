/** The map as a list: each sense with its neighbours, by relation. Screen readers and print get all of the map. */
import { html, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import { commandName, readable, wander } from "../model/questions.js";
import { LookEvent } from "../ui/events.js";
import type { Graph, MapNode } from "./graph.js";

export function outline(graph: Graph, s: Strings): TemplateResult {
  const words = graph.nodes.filter(
    (node) => graph.links.some(({ source }) => source === node) && node.kind !== "sense",
  );
  return html`<details>
    <summary>${s.map.list}</summary>
    <ul class="outline">
      ${words.map((word) => html`<li>${wordButton(word)} ${senses(graph, word, s)}</li>`)}
    </ul>
  </details>`;
}

function senses(graph: Graph, word: MapNode, s: Strings): TemplateResult {
  const own = graph.links.filter(({ source }) => source === word).map(({ target }) => target);
  return html`<ul>
    ${own.map(
      (sense) =>
        html`<li>
          <b>${sense.shown}</b> <i>${s.pos[sense.pos] ?? sense.pos}</i> ${sense.gloss}
          ${relations(graph, sense, s)}
        </li>`,
    )}
  </ul>`;
}

function relations(graph: Graph, sense: MapNode, s: Strings): TemplateResult {
  const byRelation = new Map<string, MapNode[]>();
  for (const { source, target, relation } of graph.links) {
    if (source === sense) byRelation.set(relation, [...(byRelation.get(relation) ?? []), target]);
  }
  return html`<ul>
    ${[...byRelation].map(
      ([relation, nodes]) =>
        html`<li>${commandName(s, relation)}: ${nodes.map((node) => wordButton(node))}</li>`,
    )}
  </ul>`;
}

function wordButton({ label }: MapNode): TemplateResult {
  const look = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new LookEvent(wander(label)));
  };
  return html`<button type="button" class="named" lang="en" @click=${look}>${readable(label)}</button> `;
}
