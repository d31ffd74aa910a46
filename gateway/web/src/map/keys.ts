import type { MapNode } from "./graph.js";

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
/** The distance to the side counts double, because an arrow should go where it points. */
const SIDEWAYS = 2;

/** Returns the nearest node in the direction of an arrow key, or undefined for any other key or at the border. */
export function nearestTowards(key: string, from: MapNode, nodes: readonly MapNode[]): MapNode | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const [right, down] = direction;
  let nearest: MapNode | undefined;
  let shortest = Infinity;
  for (const node of nodes) {
    const byX = (node.x ?? 0) - (from.x ?? 0);
    const byY = (node.y ?? 0) - (from.y ?? 0);
    const ahead = byX * right + byY * down;
    const aside = Math.abs(byX * down) + Math.abs(byY * right);
    const cost = ahead + aside * SIDEWAYS;
    if (node !== from && ahead > 1 && cost < shortest) {
      nearest = node;
      shortest = cost;
    }
  }
  return nearest;
}
