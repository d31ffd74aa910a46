import { describe, expect, test } from "vitest";
import { chosenNodes } from "./choice.js";

type Fields = Record<string, unknown>;

/** A word with senses of these parts of speech, each with five neighbours, in turn. */
function answer(parts: string): { nodes: Fields[]; edges: Fields[] } {
  const senses = Array.from(parts, (pos, index) => ({ id: `s${index}`, kind: "sense", pos }));
  const nodes: Fields[] = [{ id: "w", kind: "word" }, ...senses];
  const edges: Fields[] = senses.map(({ id }) => ({ source: "w", target: id }));
  for (let number = 0; number < 5; number++) {
    for (const { id } of senses) {
      nodes.push({ id: `${id}.${number}`, kind: "lemma" });
      edges.push({ source: id, target: `${id}.${number}` });
    }
  }
  return { nodes, edges };
}

function chosen(parts: string, room: number): unknown[] {
  const { nodes, edges } = answer(parts);
  return chosenNodes(nodes, edges, room).map(({ id }) => id);
}

test("where there is room, all nodes are drawn in their order", () => {
  const { nodes, edges } = answer("nnv");

  expect(chosenNodes(nodes, edges, nodes.length)).toBe(nodes);
});

describe("where there is little room", () => {
  test("the first senses are drawn, each with the same number of neighbours", () => {
    expect(chosen("nnnn", 9)).toEqual(["w", "s0", "s1", "s0.0", "s1.0", "s0.1", "s1.1", "s0.2", "s1.2"]);
  });

  test("a later part of speech has a sense all the same", () => {
    const ids = chosen("vvvvvvvn", 13);

    expect(ids.filter((id) => /^s\d$/.test(String(id)))).toEqual(["s0", "s1", "s7"]);
    expect(ids).toContain("s7.0");
    expect(ids).toHaveLength(13);
  });

  test("a satellite counts as an adjective", () => {
    expect(chosen("asss", 5)).toEqual(["w", "s0", "s0.0", "s0.1", "s0.2"]);
  });

  test("every part of speech has a sense, even without room for neighbours", () => {
    expect(chosen("nvar", 4)).toEqual(["w", "s0", "s1", "s2", "s3"]);
  });
});
