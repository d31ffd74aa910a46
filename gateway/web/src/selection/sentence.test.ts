import { afterEach, expect, test, vi } from "vitest";
import { LONGEST_SENTENCE, sentenceAround, wordIn } from "./sentence.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Returns the sentence around the part of `text` between brackets. */
function around(text: string): string {
  const [before = "", selected = "", after = ""] = text.split(/[[\]]/);
  return sentenceAround({ before, selected, after });
}

test("a selection is looked up without the punctuation and the space around it", () => {
  expect(["bank", " bank ", "“bank”,", "ice\n  cream.", "rock ’n’ roll", "être"].map(wordIn)).toEqual([
    "bank",
    "bank",
    "bank",
    "ice cream",
    "rock ’n’ roll",
    "être",
  ]);
});

test("a passage, a number and a mark are no word", () => {
  expect(["one of the words of a passage", "1984", "…", " ", "a".repeat(101)].map(wordIn)).toEqual([
    "",
    "",
    "",
    "",
    "",
  ]);
});

test.each([
  ["with a segmenter", Intl],
  ["without one", {}],
])("a sentence ends where the next one begins, %s", (_, intl) => {
  vi.stubGlobal("Intl", intl);

  expect(around("It rained. We sat on the [bank] of the river! Then we left.")).toBe(
    "We sat on the bank of the river!",
  );
  expect(around("A title\nWe sat on the [bank]\nA caption")).toBe("We sat on the bank");
  expect(around("“Is it a [bank]?” “It is.”")).toBe("“Is it a bank?”");
});

test("a sentence is written on one line", () => {
  expect(around("We  sat\ton the [bank ]of   the river.")).toBe("We sat on the bank of the river.");
});

test("a selection over the end of a sentence has both", () => {
  expect(around("We saw the [bank. It] was closed. We left.")).toBe("We saw the bank. It was closed.");
});

test("a word alone has no sentence", () => {
  expect([around("[bank]"), around("The river.\n“[bank]”"), around("")]).toEqual(["", "", ""]);
});

test.each([
  ["far from both ends", 200, 200],
  ["near its start", 2, 300],
  ["near its end", 300, 2],
])("a long sentence is cut between words, for a word %s", (_, before, after) => {
  const cut = around(`${"long ".repeat(before)}[bank], ${"wide ".repeat(after)}`);
  const words = cut.split(/\W+/).filter(Boolean);

  expect(cut.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
  expect(cut.length).toBeGreaterThan(LONGEST_SENTENCE - 12);
  expect(new Set(words)).toEqual(new Set(["long", "bank", "wide"]));
  expect(cut).toContain("long bank, wide");
});

test("a sentence without spaces is cut around the word all the same", () => {
  expect(around(`${"x".repeat(400)}[bank]${"y".repeat(400)}`)).toBe("bank");
});
