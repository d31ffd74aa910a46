import { expect, test } from "vitest";
import { LOOKS, relationStyle } from "./relations.js";

const looks = Object.values(LOOKS);

test("no two relations share a colour or a dash", () => {
  expect(new Set(looks.map(({ hue }) => hue)).size).toBe(looks.length);
  expect(new Set(looks.map(({ dash }) => dash)).size).toBe(looks.length);
});

test("colours are far enough apart to tell them from their neighbours", () => {
  const hues = looks.map(({ hue }) => hue).sort((a, b) => a - b);
  const gaps = hues.map((hue, index) => hue - (hues[index - 1] ?? (hues.at(-1) ?? NaN) - 360));

  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14);
});

test("the style has a rule for each relation", () => {
  const { cssText } = relationStyle();

  expect(cssText.match(/^\.line\.\w+/gm)).toHaveLength(looks.length);
});
