/** The graph behind the map: the server's answer for one word, and those that expanding other words has added. */
import type { SimulationLinkDatum, SimulationNodeDatum } from "d3-force";
import { isFields, text } from "../model/answers.js";
import { readable } from "../model/questions.js";
import { senseKey, wordKey } from "../ui/events.js";
import { chosenNodes } from "./choice.js";

export type Kind = "word" | "sense" | "lemma";

export interface MapNode extends SimulationNodeDatum {
  id: string;
  kind: Kind;
  /** The name as WordNet writes it, for asking; people read `shown`. */
  label: string;
  shown: string;
  /** `shown`, as it is broken into lines. */
  lines: string[];
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
export const LINE_HEIGHT = 15;
/** A longer label gets two lines if it has two words. */
const LONGEST_LINE = 13;

export class Graph {
  nodes: MapNode[] = [];
  links: MapLink[] = [];
  /** The senses of the first word: those on the map, and all. */
  senses = { drawn: 0, all: 0 };
  private readonly byId = new Map<string, MapNode>();
  private readonly linkKeys = new Set<string>();

  get isFull(): boolean {
    return this.nodes.length >= MOST_NODES;
  }

  /**
   * Adds the server's answer to `map`, or the part of it for which there is `room`.
   *
   * New nodes start close to `origin`, the word that was asked; the layout pulls them apart.
   */
  add(response: unknown[], origin?: MapNode, room = Infinity): void {
    const aliases = new Map<string, MapNode>();
    for (const part of response.filter(isFields)) {
      const [all, edges] = [list(part.nodes), list(part.edges)];
      const nodes = chosenNodes(all, edges, room);
      if (!origin) this.senses = { drawn: senses(nodes), all: senses(all) + (Number(part.left_out) || 0) };
      for (const fields of nodes) {
        const kind = text(fields.kind) as Kind;
        const node = kind === "word" && origin ? origin : this.node(fields, kind, origin);
        if (!node) continue;
        aliases.set(text(fields.id), node);
        if (kind === "word") node.isExpanded = true;
      }
      for (const fields of edges) {
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

  private node(fields: Record<string, unknown>, kind: Kind, origin?: MapNode): MapNode | undefined {
    const label = text(fields.label);
    const pos = text(fields.pos);
    const isLemma = kind === "lemma";
    // A lemma's own id tells its parts of speech apart in one answer only.
    const id = isLemma ? `l:${label} ${pos.replace("s", "a")}` : text(fields.id);
    const known = this.byId.get(id) ?? (isLemma ? this.byId.get(`w:${label}`) : undefined);
    if (known ?? this.isFull) return known;
    const gloss = text(fields.gloss);
    const shown = kind === "sense" ? String(Number(fields.sense) || "") : readable(label);
    const lines = linesOf(shown);
    const characters = Math.max(...lines.map(({ length }) => length));
    const node: MapNode = {
      id,
      kind,
      label,
      shown,
      lines,
      pos,
      gloss,
      key: kind === "sense" ? senseKey(gloss) : wordKey(label),
      halfWidth:
        kind === "sense" ? 13 : (characters * CHARACTER_WIDTH * (kind === "word" ? 1.35 : 1)) / 2 + 11,
      halfHeight: (kind === "word" ? 18 : 13) + ((lines.length - 1) * LINE_HEIGHT) / 2,
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

function senses(nodes: Record<string, unknown>[]): number {
  return nodes.filter(({ kind }) => kind === "sense").length;
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Returns a label in one line, or in two of about the same length. */
function linesOf(shown: string): string[] {
  if (shown.length <= LONGEST_LINE) return [shown];
  const breaks = [...shown.matchAll(/ /g)].map(({ index }) => index);
  const fromMiddle = (at: number): number => Math.abs(at - shown.length / 2);
  const [at] = breaks.sort((one, other) => fromMiddle(one) - fromMiddle(other));
  return at === undefined ? [shown] : [shown.slice(0, at + 1), shown.slice(at + 1)];
}
