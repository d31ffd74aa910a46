/** Places the nodes: by d3's forces, and by another one that keeps the labels' boxes apart. */
import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Force,
  type Simulation,
} from "d3-force";
import type { Graph, MapLink, MapNode } from "./graph.js";

const BOX_GAP = 6;
/** How strongly nodes are drawn to the middle in a square frame, and how that changes with the frame's shape. */
const PULL = 0.06;
const STRETCH = 1.4;
/** Ticks before the first drawing, so that nobody sees the map unfold from a point. */
const UNSEEN_TICKS = 120;
const CALM_TICKS = 300;

export class Layout {
  private readonly simulation: Simulation<MapNode, MapLink>;

  constructor(
    private readonly graph: Graph,
    moved: () => void,
  ) {
    this.simulation = forceSimulation<MapNode, MapLink>()
      .force(
        "charge",
        forceManyBody<MapNode>().strength(({ kind }) => (kind === "lemma" ? -100 : -300)),
      )
      .force("boxes", boxesApart())
      .velocityDecay(0.45)
      .alphaDecay(0.03)
      .on("tick", moved)
      .stop();
  }

  /**
   * Takes over the graph's nodes and links, and lets them settle: visibly, or at once for those who want calm.
   *
   * `aspect` is the width of the map's frame by its height, which the drawing follows.
   */
  settle(isCalm: boolean, aspect = 1.5): void {
    const links = forceLink<MapNode, MapLink>(this.graph.links)
      .distance(({ source, target }) => 30 + (source.halfWidth + target.halfWidth) * 0.55)
      .strength(({ relation }) => (relation === "sense" ? 0.5 : 0.35));
    this.simulation
      .nodes(this.graph.nodes)
      .force("links", links)
      .force("x", forceX<MapNode>(0).strength(PULL / aspect ** STRETCH))
      .force("y", forceY<MapNode>(0).strength(PULL * aspect ** STRETCH))
      .alpha(1);
    this.simulation.tick(isCalm ? CALM_TICKS : UNSEEN_TICKS);
    if (!isCalm) this.simulation.restart();
  }

  stop(): void {
    this.simulation.stop();
  }
}

/** Returns a force that pushes overlapping boxes apart, along the shorter way. */
function boxesApart(): Force<MapNode, MapLink> {
  let nodes: MapNode[] = [];
  const force = (): void => {
    for (const [index, one] of nodes.entries()) {
      for (let at = index + 1; at < nodes.length; at++) {
        const other = nodes[at];
        if (other) push(one, other);
      }
    }
  };
  force.initialize = (all: MapNode[]): void => {
    nodes = all;
  };
  return force;
}

function push(one: MapNode, other: MapNode): void {
  const across = (other.x ?? 0) - (one.x ?? 0);
  const down = (other.y ?? 0) - (one.y ?? 0);
  const overlapX = one.halfWidth + other.halfWidth + BOX_GAP - Math.abs(across);
  const overlapY = one.halfHeight + other.halfHeight + BOX_GAP - Math.abs(down);
  if (overlapX <= 0 || overlapY <= 0) return;
  if (overlapX < overlapY) {
    const step = (across < 0 ? -overlapX : overlapX) / 4;
    one.x = (one.x ?? 0) - step;
    other.x = (other.x ?? 0) + step;
  } else {
    const step = (down < 0 ? -overlapY : overlapY) / 4;
    one.y = (one.y ?? 0) - step;
    other.y = (other.y ?? 0) + step;
  }
}
