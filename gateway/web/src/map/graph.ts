/** The graph behind the map: what the server sent for one word, and what expanding others has added to it. */
import type { SimulationLinkDatum, SimulationNodeDatum } from "d3-force";
import { isFields, text } from "../model/answers.js";
import { readable } from "../model/questions.js";
import { senseKey, wordKey } from "../ui/events.js";

export type Kind = "word" | "sense" | "lemma";

export interface MapNode extends SimulationNodeDatum {
  id: string;
  kind: Kind;
  /** As WordNet writes it, for asking; `shown` is what people read. */
  label: string;
  shown: string;
  pos: string;
  gloss: string;
  /** By this the text of the answer means the same word or sense. */
  key: string;
  /** Half of what the node covers on the map. */
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

  /** Adds what the server answered to `map`; new nodes start beside `origin`, from where they are pulled apart. */
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
