import { expect, test } from "vitest";
import type { MapNode } from "./graph.js";
import { nearestTowards } from "./keys.js";

function nodeAt(id: string, x: number, y: number): MapNode {
  const nothing = { label: "", shown: "", lines: [], pos: "", gloss: "", key: "" };
  return { id, kind: "lemma", ...nothing, halfWidth: 20, halfHeight: 10, isExpanded: false, x, y };
}

const MIDDLE = nodeAt("middle", 0, 0);

function towards(key: string, ...others: MapNode[]): string | undefined {
  return nearestTowards(key, MIDDLE, [MIDDLE, ...others])?.id;
}

test("each arrow leads to the nearest node on its side", () => {
  const others = [
    nodeAt("right", 100, 0),
    nodeAt("far right", 200, 0),
    nodeAt("left", -100, 0),
    nodeAt("below", 0, 100),
    nodeAt("above", 0, -100),
  ];

  expect(towards("ArrowRight", ...others)).toBe("right");
  expect(towards("ArrowLeft", ...others)).toBe("left");
  expect(towards("ArrowDown", ...others)).toBe("below");
  expect(towards("ArrowUp", ...others)).toBe("above");
});

test("a node straight ahead is better than a nearer one to the side", () => {
  expect(towards("ArrowRight", nodeAt("aside", 40, 60), nodeAt("ahead", 120, 0))).toBe("ahead");
});

test("at the border, and for another key, there is no next node", () => {
  expect(towards("ArrowUp", nodeAt("below", 0, 100), nodeAt("level", 50, 0))).toBeUndefined();
  expect(towards("Enter", nodeAt("right", 100, 0))).toBeUndefined();
});
