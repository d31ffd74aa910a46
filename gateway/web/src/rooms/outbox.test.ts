import { beforeEach, expect, test, vi } from "vitest";
import { Outbox } from "./outbox.js";
import type { RoomMessage } from "./protocol.js";

const BUSY = { code: "busy", message: "" };
const changed = vi.fn();
let outbox: Outbox;

function message(id: string): RoomMessage {
  return { room: "r", seq: 1, at: 1, id, from: "Ann", member: "ann", text: "" };
}

function stages(): string[] {
  return outbox.unsaid.map(({ id, stage }) => `${id} ${stage}`);
}

beforeEach(() => {
  changed.mockClear();
  outbox = new Outbox(changed);
  outbox.add("a", "first");
  outbox.add("b", "second");
});

test("messages wait in the order in which they were written", () => {
  expect(stages()).toEqual(["a waiting", "b waiting"]);
  expect(outbox.next).toEqual({ id: "a", text: "first", stage: "waiting" });
  expect(changed).toHaveBeenCalledTimes(2);
});

test("a message that is held stays the next one, so that the order holds", () => {
  outbox.mark("a", "held", BUSY);

  expect(outbox.next).toEqual({ id: "a", text: "first", stage: "held", reason: BUSY });
});

test("neither what was said nor what was refused is in the way of the next one", () => {
  outbox.mark("a", "refused", BUSY);
  expect(outbox.next?.id).toBe("b");

  outbox.mark("b", "said");
  expect(outbox.next).toBeUndefined();
});

test("trying again forgets why it was refused", () => {
  outbox.mark("a", "refused", BUSY);
  outbox.mark("a", "waiting");

  expect(outbox.next).toEqual({ id: "a", text: "first", stage: "waiting" });
});

test("a message that came back from the room is no longer unsaid", () => {
  outbox.mark("a", "said");
  outbox.heard([message("a"), message("of another page")]);

  expect(stages()).toEqual(["b waiting"]);
});

test("messages that were not written here change nothing", () => {
  changed.mockClear();
  outbox.heard([message("x")]);

  expect(stages()).toHaveLength(2);
  expect(changed).not.toHaveBeenCalled();
});

test("a refused message can be discarded", () => {
  outbox.remove("a");

  expect(stages()).toEqual(["b waiting"]);
});

test("what an earlier page left waits again, without a change to be kept", () => {
  changed.mockClear();
  outbox.fill([{ id: "x", text: "left" }]);

  expect(outbox.unsaid).toEqual([{ id: "x", text: "left", stage: "waiting" }]);
  expect(changed).not.toHaveBeenCalled();
});
