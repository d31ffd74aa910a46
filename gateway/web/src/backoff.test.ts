import { expect, test } from "vitest";
import { backoffMs } from "./backoff.js";

const middle = (): number => 0.5;

test("the wait doubles with each failure, up to eight seconds", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backoffMs(failures, middle));

  expect(waits).toEqual([400, 800, 1600, 3200, 6400, 8000, 8000, 8000]);
});

test("the wait is between half and one and a half of its step", () => {
  expect(backoffMs(2, () => 0)).toBe(400);
  expect(backoffMs(2, () => 0.999)).toBeCloseTo(1200, -1);
});

test("without any failure yet the wait is that of the first", () => {
  expect(backoffMs(0, middle)).toBe(400);
  expect(backoffMs(-3, middle)).toBe(400);
});

test("two clients that failed together do not return together", () => {
  const waits = new Set(Array.from({ length: 20 }, () => backoffMs(3)));

  expect(waits.size).toBeGreaterThan(1);
});
