import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Graph, type MapNode } from "./graph.js";
import { Layout } from "./layout.js";

const moved = vi.fn();
let graph: Graph;
let layout: Layout;

/** Two words far apart in meaning: each with a sense, and that with six lemmas. */
function response(word: string): unknown[] {
  const lemmas = Array.from({ length: 6 }, (_, index) => `a_long_neighbour_${index}_of_${word}`);
  return [
    {
      nodes: [
        { id: `w:${word}`, kind: "word", label: word },
        { id: `s:${word}.n.01`, kind: "sense", label: word, pos: "n", gloss: word },
        ...lemmas.map((name) => ({ id: `l:${name}`, kind: "lemma", label: name, pos: "n" })),
      ],
      edges: [
        { source: `w:${word}`, target: `s:${word}.n.01`, relation: "sense" },
        ...lemmas.map((name) => ({ source: `s:${word}.n.01`, target: `l:${name}`, relation: "hyponyms" })),
      ],
    },
  ];
}

function distance(one: MapNode, other: MapNode): number {
  return Math.hypot((one.x ?? NaN) - (other.x ?? NaN), (one.y ?? NaN) - (other.y ?? NaN));
}

function overlaps(one: MapNode, other: MapNode): boolean {
  return (
    Math.abs((one.x ?? NaN) - (other.x ?? NaN)) < one.halfWidth + other.halfWidth &&
    Math.abs((one.y ?? NaN) - (other.y ?? NaN)) < one.halfHeight + other.halfHeight
  );
}

function pairs(): [MapNode, MapNode][] {
  return graph.nodes.flatMap((one, index) =>
    graph.nodes.slice(index + 1).map((other): [MapNode, MapNode] => [one, other]),
  );
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

beforeAll(() => {
  // Once for all tests: d3's clock remembers what it has set.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
});

beforeEach(() => {
  moved.mockClear();
  graph = new Graph();
  graph.add(response("bank"));
  layout = new Layout(graph, moved);
});

afterEach(() => {
  layout.stop();
});

test("no label covers another", () => {
  graph.add(response("river"));
  layout.settle(true);

  expect(pairs().filter(([one, other]) => overlaps(one, other))).toEqual([]);
});

test("wide labels in one place are pushed apart one above the other, as that way is shorter", () => {
  graph = new Graph();
  graph.add([{ nodes: ["a", "b"].map((name) => ({ id: name, kind: "lemma", label: name.repeat(40) })) }]);
  layout = new Layout(graph, moved);
  layout.settle(true);

  const [one, other] = graph.nodes;
  expect(Math.abs((one?.y ?? NaN) - (other?.y ?? NaN))).toBeGreaterThan(26);
  expect(Math.abs((one?.x ?? NaN) - (other?.x ?? NaN))).toBeLessThan(150);
});

test("what is linked is near each other", () => {
  graph.add(response("river"));
  layout.settle(true);

  const linked = graph.links.map(({ source, target }) => distance(source, target));
  const all = pairs().map(([one, other]) => distance(one, other));
  expect(mean(linked)).toBeLessThan(mean(all) / 2);
});

test("the same graph is laid out the same way each time", () => {
  const places = (): unknown => graph.nodes.map(({ x, y }) => [x, y]);
  layout.settle(true);
  const before = places();
  graph = new Graph();
  graph.add(response("bank"));
  new Layout(graph, moved).settle(true);

  expect(places()).toEqual(before);
});

test("for readers who want calm, nothing moves once it is there", () => {
  layout.settle(true);
  const places = graph.nodes.map(({ x, y }) => [x, y]);
  vi.advanceTimersByTime(1000);

  expect(moved).not.toHaveBeenCalled();
  expect(graph.nodes.map(({ x, y }) => [x, y])).toEqual(places);
});

test("for all others the map settles before their eyes, until it is stopped", () => {
  layout.settle(false);
  expect(moved).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1000);
  const ticks = moved.mock.calls.length;
  expect(ticks).toBeGreaterThan(2);

  layout.stop();
  vi.advanceTimersByTime(1000);
  expect(moved).toHaveBeenCalledTimes(ticks);
});

test("what was added later finds its place, too", () => {
  layout.settle(true);
  graph.add(response("river"), graph.nodes.at(-1));
  layout.settle(true);

  expect(graph.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(pairs().filter(([one, other]) => overlaps(one, other))).toEqual([]);
});
