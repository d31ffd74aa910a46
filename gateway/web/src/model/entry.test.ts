import { expect, test } from "vitest";
import type { Sense } from "./answers.js";
import { byPart, isRanked, textBeside, unnamedRemoved } from "./entry.js";

const SENSES = [{ sense: 1, pos: "n", definition: "a groove" }];
const reply = { option: "definition", word: "rut", response: '["a groove"]', senses: SENSES };

test.each([
  ["Rut (noun): a groove. There are 2 more meanings.", ""],
  ["ruts → rut. Rut (noun): a groove.", "ruts → rut."],
  ["“Or” is a conjunction.", "“Or” is a conjunction."],
  ["Meaning 2 of rut: a groove.", "Meaning 2 of rut: a groove."],
])("beside an entry, %s says %s", (text, said) => {
  expect(textBeside({ ...reply, text })).toBe(said);
});

test("a text says everything where there is no entry", () => {
  const text = "Rut (noun): a groove.";

  expect(textBeside({ ...reply, senses: [], text })).toBe(text);
  expect(textBeside({ ...reply, option: "etymology", text })).toBe(text);
  expect(textBeside(reply)).toBe("");
});

test.each([
  [undefined, ["large", "ice_cream"], ["large", "ice cream"]],
  ["Large, ice cream and 2 more are left out.", ["large", "ice_cream", "big"], ["big"]],
  ["That leaves out large-scale and partly.", ["large", "part"], ["large", "part"]],
  ["No word is left out.", undefined, []],
  ["That leaves out a.m. and o'clock.", ["a.m.", "o'clock", "aXm."], ["aXm."]],
])("of a reply that says %s, the removed words %s are listed as %s", (text, removed, listed) => {
  const found = {
    option: "synonyms",
    word: "big",
    response: "[]",
    ...(text && { text }),
    ...(removed && { removed }),
  };

  expect(unnamedRemoved(found)).toEqual(listed);
});

/** Returns a sense of the part of speech `pos`, ranked if it has a likelihood. */
function sense(number: number, pos: string, likelihood?: number): Sense {
  const nothing = {
    lexname: "",
    count: 0,
    definition: "",
    examples: [],
    synonyms: [],
    frames: [],
    paths: [],
  };
  return { ...nothing, sense: number, pos, relations: {}, ...(likelihood !== undefined && { likelihood }) };
}

function groups(senses: Sense[]): [string, number[]][] {
  return byPart(senses).map(({ part, senses: group }) => [part, group.map(({ sense: number }) => number)]);
}

test("senses stand together by part of speech, in the order of their first", () => {
  const senses = [sense(1, "v"), sense(1, "n"), sense(2, "v"), sense(1, "a"), sense(2, "s"), sense(1, "x")];

  expect(isRanked(senses)).toBe(false);
  expect(groups(senses)).toEqual([
    ["verb", [1, 2]],
    ["noun", [1]],
    ["adjective", [1, 2]],
    ["x", [1]],
  ]);
});

test("senses that a sentence ranks keep their order, whatever their part of speech", () => {
  const senses = [
    sense(2, "n", 0.6),
    sense(9, "n", 0.2),
    sense(1, "v", 0.1),
    sense(1, "n", 0.1),
    sense(3, "n"),
  ];

  expect(isRanked(senses)).toBe(true);
  expect(groups(senses)).toEqual([
    ["noun", [2, 9]],
    ["verb", [1]],
    ["noun", [1, 3]],
  ]);
});
