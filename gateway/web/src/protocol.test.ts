import { expect, test } from "vitest";
import { contextOf, type Reply } from "./protocol.js";

const REPLY: Reply = { id: 1, option: "synonyms", word: "bank", response: "[]" };

test("the context of a reply is its command, word and part of speech", () => {
  expect(contextOf({ ...REPLY, pos: "n" })).toEqual({ command: "synonyms", word: "bank", pos: "n" });
});

test("a context that the server sent comes first", () => {
  const context = { command: "definition", word: "river" };

  expect(contextOf({ ...REPLY, context })).toBe(context);
});

test("neither a failed reply nor one without a word has a context", () => {
  expect(contextOf({ ...REPLY, error: { code: "busy", message: "" } })).toBeUndefined();
  expect(contextOf({ ...REPLY, option: "help", word: "" })).toBeUndefined();
});
