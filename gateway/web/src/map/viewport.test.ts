import { beforeEach, describe, expect, test, vi } from "vitest";
import type { MapNode } from "./graph.js";
import { Viewport } from "./viewport.js";

const WIDTH = 800;
const HEIGHT = 600;
const changed = vi.fn();
let view: Viewport;

function nodeAt(x: number, y: number): MapNode {
  return {
    id: `l:${x} ${y}`,
    kind: "lemma",
    label: "",
    shown: "",
    lines: [],
    pos: "n",
    gloss: "",
    key: "",
    halfWidth: 20,
    halfHeight: 10,
    isExpanded: false,
    x,
    y,
  };
}

/** A pointer on a map whose upper left corner is at 100, 50 of the window. */
function pointer(clientX: number, clientY: number, pointerId = 1): PointerEvent {
  const currentTarget = { getBoundingClientRect: () => ({ left: 100, top: 50 }) };
  return { clientX, clientY, pointerId, currentTarget } as unknown as PointerEvent;
}

/** Returns where the point `x`, `y` of the map is seen. */
function seenAt(x: number, y: number): [number, number] {
  const [dx = NaN, dy = NaN, scale = NaN] = view.transform.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  return [dx + x * scale, dy + y * scale];
}

function scale(): number {
  return seenAt(1, 0)[0] - seenAt(0, 0)[0];
}

beforeEach(() => {
  changed.mockClear();
  view = new Viewport(changed);
});

test("at first the map is seen as it is", () => {
  expect(view.transform).toBe("translate(0 0) scale(1)");
});

describe("fit", () => {
  test("all nodes are seen, boxes and margin included, with their middle in the middle", () => {
    view.fit([nodeAt(-1000, 0), nodeAt(1000, 400)], WIDTH, HEIGHT);

    expect(seenAt(0, 200)[0]).toBeCloseTo(WIDTH / 2);
    expect(seenAt(0, 200)[1]).toBeCloseTo(HEIGHT / 2);
    expect(seenAt(-1000 - 20 - 10, 0)[0]).toBeCloseTo(0);
    expect(seenAt(1000 + 20 + 10, 0)[0]).toBeCloseTo(WIDTH);
    expect(changed).toHaveBeenCalledOnce();
  });

  test("the tighter side decides", () => {
    view.fit([nodeAt(0, -1000), nodeAt(0, 1000)], WIDTH, HEIGHT);

    expect(scale()).toBeCloseTo(HEIGHT / (2000 + 2 * (10 + 10)));
  });

  test("a single node is not blown up", () => {
    view.fit([nodeAt(7, 9)], WIDTH, HEIGHT);

    expect(scale()).toBeCloseTo(1.3);
    expect(seenAt(7, 9)[0]).toBeCloseTo(WIDTH / 2);
  });

  test("without nodes, or while the map is hidden, nothing changes", () => {
    view.fit([], WIDTH, HEIGHT);
    view.fit([nodeAt(7, 9)], 0, 0);

    expect(changed).not.toHaveBeenCalled();
    expect(scale()).toBe(1);
  });

  test("it is no move by the reader", () => {
    view.fit([nodeAt(7, 9)], WIDTH, HEIGHT);

    expect(view.isMoved).toBe(false);
  });
});

describe("zoom", () => {
  test("the point under the pointer stays where it is", () => {
    view.fit([nodeAt(-1000, 0), nodeAt(1000, 400)], WIDTH, HEIGHT);
    const [x, y] = seenAt(321, 123);
    view.zoom(1.7, x, y);

    expect(seenAt(321, 123)[0]).toBeCloseTo(x);
    expect(seenAt(321, 123)[1]).toBeCloseTo(y);
    expect(view.isMoved).toBe(true);
  });

  test("it ends at four times as near, and at 0.15 of it", () => {
    view.zoom(1000, 0, 0);
    expect(scale()).toBeCloseTo(4);

    view.zoom(0.00001, 0, 0);
    expect(scale()).toBeCloseTo(0.15);
  });

  test("at its end a zoom moves nothing", () => {
    view.zoom(1000, 10, 10);
    const before = view.transform;
    view.zoom(2, 500, 400);

    expect(view.transform).toBe(before);
  });
});

describe("show", () => {
  test("a node that is seen moves nothing", () => {
    view.show(nodeAt(400, 300), WIDTH, HEIGHT);

    expect(changed).not.toHaveBeenCalled();
  });

  test("a node beyond an edge is moved just into the margin", () => {
    view.show(nodeAt(1000, -100), WIDTH, HEIGHT);

    expect(seenAt(1000, -100)).toEqual([WIDTH - 24, 24]);
  });

  test("a node at the margin's edge is seen well enough", () => {
    view.show(nodeAt(24, HEIGHT - 24), WIDTH, HEIGHT);

    expect(changed).not.toHaveBeenCalled();
  });
});

describe("one pointer", () => {
  test("a hand that trembles clicks", () => {
    view.press(pointer(200, 200));
    view.move(pointer(202, 201));
    view.release(pointer(202, 201));

    expect(view.wasDragged).toBe(false);
    expect(view.isMoved).toBe(false);
    expect(changed).not.toHaveBeenCalled();
  });

  test("a drag takes the map along", () => {
    view.press(pointer(200, 200));
    view.move(pointer(230, 190));
    view.move(pointer(260, 170));

    expect(seenAt(0, 0)).toEqual([60, -30]);
    expect([view.wasDragged, view.isMoved]).toEqual([true, true]);
  });

  test("a long way in small steps is a drag, too", () => {
    view.press(pointer(200, 200));
    for (let x = 201; x <= 210; x++) view.move(pointer(x, 200));

    expect(view.wasDragged).toBe(true);
  });

  test("the next press begins a new way", () => {
    view.press(pointer(200, 200));
    view.move(pointer(260, 200));
    view.release(pointer(260, 200));
    expect(view.wasDragged).toBe(true);

    view.press(pointer(260, 200));
    expect(view.wasDragged).toBe(false);
  });

  test("a pointer that does not press moves nothing", () => {
    view.move(pointer(300, 300));
    view.press(pointer(200, 200));
    view.release(pointer(200, 200));
    view.move(pointer(300, 300));

    expect(changed).not.toHaveBeenCalled();
  });
});

describe("two fingers", () => {
  beforeEach(() => {
    view.press(pointer(300, 250, 1));
    view.press(pointer(500, 250, 2));
  });

  test("apart they zoom in, around their middle on the map", () => {
    view.move(pointer(700, 250, 2));

    expect(scale()).toBeCloseTo(2);
    // Between 300 and 700 of the window is 500, which is 400 of the map: that point stays.
    expect(seenAt(400, 200)[0]).toBeCloseTo(400);
    expect(seenAt(400, 200)[1]).toBeCloseTo(200);
  });

  test("together they zoom out", () => {
    view.move(pointer(400, 250, 2));

    expect(scale()).toBeCloseTo(0.5);
  });

  test("that meet on one spot zoom no further than others", () => {
    view.move(pointer(300, 250, 2));
    view.move(pointer(301, 250, 2));

    expect(scale()).toBeCloseTo(0.15);
  });

  test("when one is lifted the other drags", () => {
    view.release(pointer(500, 250, 2));
    view.move(pointer(320, 250, 1));

    expect(scale()).toBe(1);
    expect(seenAt(0, 0)).toEqual([20, 0]);
  });
});
