import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeStorage, forbiddenStorage } from "../testing/fake-storage.js";
import { forgetRoom, recallRoom, rememberRoom } from "./memory.js";

const REMEMBERED = { key: "secret", name: "Ann", unsaid: [{ id: "a-1", text: "hi" }] };
let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal("sessionStorage", storage);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("each room has its own member and its own unsaid messages", () => {
  rememberRoom("r1", REMEMBERED);
  rememberRoom("r2", { ...REMEMBERED, key: "other" });
  forgetRoom("r2");

  expect(recallRoom("r1")).toEqual(REMEMBERED);
  expect(recallRoom("r2")).toBeUndefined();
});

test("a memory without key or name is none, and one without unsaid messages has none", () => {
  const recalled = [
    "{",
    "null",
    "7",
    '{"key": "k"}',
    '{"key": 1, "name": "Ann"}',
    '{"key": "k", "name": "Ann"}',
  ].map((saved) => {
    storage.setItem("wordwire-room.r1", saved);
    return recallRoom("r1");
  });

  expect(recalled.slice(0, 5)).toEqual(Array(5).fill(undefined));
  expect(recalled[5]).toEqual({ key: "k", name: "Ann", unsaid: [] });
});

test("where storage is forbidden nothing is remembered, and nothing throws", () => {
  vi.stubGlobal("sessionStorage", forbiddenStorage());
  rememberRoom("r1", REMEMBERED);
  forgetRoom("r1");

  expect(recallRoom("r1")).toBeUndefined();
});
