/** The graph behind the map: the server's answer for one word, and those that expanding other words has added. */
import type { SimulationLinkDatum, SimulationNodeDatum } from "d3-force";
import { isFields, text } from "../model/answers.js";
import { readable } from "../model/questions.js";
import { senseKey, wordKey } from "../ui/events.js";

export type Kind = "word" | "sense" | "lemma";

export interface MapNode extends SimulationNodeDatum {
  id: string;
  kind: Kind;
  /** The name as WordNet writes it, for asking; people read `shown`. */
  label: string;
  shown: string;
  pos: string;
  gloss: string;
  /** The key under which the answer's text has the same word or sense. */
  key: string;
  /** Half the size of the node's box on the map. */
  halfWidth: number;
  halfHeight: number;
  isExpanded: boolean;
}

export interface MapLink extends SimulationLinkDatum<MapNode> {
  source: MapNode;
  target: MapNode;
  relation: string;
}

/** More than this is a hairball, not a map. */
export const MOST_NODES = 200;
const CHARACTER_WIDTH = 7.4;

export class Graph {
  nodes: MapNode[] = [];
  links: MapLink[] = [];
  private readonly byId = new Map<string, MapNode>();
  private readonly linkKeys = new Set<string>();

  get isFull(): boolean {
    return this.nodes.length >= MOST_NODES;
  }

  /** Adds the server's answer to `map`; new nodes start close to `origin`, and the layout pulls them apart. */
  add(response: unknown[], origin?: MapNode): void {
    const aliases = new Map<string, MapNode>();
    let senseNumber = 0;
    for (const part of response.filter(isFields)) {
      for (const fields of list(part.nodes)) {
        const kind = text(fields.kind) as Kind;
        if (kind === "sense") senseNumber++;
        const node = kind === "word" && origin ? origin : this.node(fields, kind, senseNumber, origin);
        if (!node) continue;
        aliases.set(text(fields.id), node);
        if (kind === "word") node.isExpanded = true;
      }
      for (const fields of list(part.edges)) {
        const source = aliases.get(text(fields.source));
        const target = aliases.get(text(fields.target));
        if (source && target && source !== target) this.link(source, target, text(fields.relation));
      }
    }
  }

  linksOf(node: MapNode): MapLink[] {
    return this.links.filter(({ source, target }) => source === node || target === node);
  }

  neighbours(node: MapNode): Set<MapNode> {
    return new Set(this.linksOf(node).map(({ source, target }) => (source === node ? target : source)));
  }

  private node(
    fields: Record<string, unknown>,
    kind: Kind,
    number: number,
    origin?: MapNode,
  ): MapNode | undefined {
    const id = text(fields.id);
    const known = this.byId.get(id) ?? this.byId.get(id.replace(/^l:/, "w:"));
    if (known ?? this.isFull) return known;
    const label = text(fields.label);
    const gloss = text(fields.gloss);
    const shown = kind === "sense" ? String(number) : readable(label);
    const node: MapNode = {
      id,
      kind,
      label,
      shown,
      pos: text(fields.pos),
      gloss,
      key: kind === "sense" ? senseKey(gloss) : wordKey(label),
      halfWidth:
        kind === "sense" ? 13 : (shown.length * CHARACTER_WIDTH * (kind === "word" ? 1.35 : 1)) / 2 + 11,
      halfHeight: kind === "word" ? 18 : 13,
      isExpanded: kind === "word",
      x: (origin?.x ?? 0) + this.nodes.length * 0.1,
      y: (origin?.y ?? 0) + (this.nodes.length % 7) * 0.1,
    };
    this.nodes.push(node);
    this.byId.set(id, node);
    return node;
  }

  private link(source: MapNode, target: MapNode, relation: string): void {
    const key = `${source.id} ${target.id} ${relation}`;
    if (this.linkKeys.has(key)) return;
    this.linkKeys.add(key);
    this.links.push({ source, target, relation });
  }
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
