import { expect, test } from "vitest";
import { formsOf } from "./forms.js";

function found(text: string, ...words: string[]): string[] {
  return text.split(formsOf(words)).filter((_, at) => at % 2);
}

test.each([
  ["hot", "A hot day, hotter than the hottest shot", ["hot", "hotter", "hottest"]],
  ["make", "Makes sense; he's making it, the maker of makeup", ["Makes", "making", "maker"]],
  ["study", "She studied what he studies, studying", ["studied", "studies", "studying"]],
  ["ice_cream", "ice creams and ice-cream", ["ice creams", "ice-cream"]],
  ["look up", "he looked up", ["looked up"]],
  ["cat", "the cat's cats scatter cattle", ["cat's", "cats"]],
  ["etc.", "and so on, etc. etcetera", ["etc."]],
])("%s is found in its forms and in no other word", (word, text, forms) => {
  expect(found(text, word)).toEqual(forms);
});

test("a word as typed is found beside its lemma", () => {
  expect(found("he went and goes", "went", "go")).toEqual(["went", "goes"]);
});

test("no word matches nothing", () => {
  expect(found("a cat", "")).toEqual([]);
});
