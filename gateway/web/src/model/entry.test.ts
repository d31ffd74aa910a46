import { expect, test } from "vitest";
import { answerOf, type Sense } from "./answers.js";
import { byPart, doubtOf, isRanked, offersSpellings, textBeside, unnamedRemoved } from "./entry.js";

const SENSES = [{ sense: 1, pos: "n", definition: "a groove" }];
const text = "ruts → rut. Rut (noun): a groove.";
const reply = { option: "definition", word: "rut", response: '["a groove"]', senses: SENSES, text };

test("beside a card that shows the answer, only the notes of a text remain", () => {
  const said = (more: object): string => textBeside({ ...reply, ...more }, answerOf({ ...reply, ...more }));

  expect(said({ notes: "ruts → rut." })).toBe("ruts → rut.");
  expect(said({ notes: "" })).toBe("");
  expect(said({})).toBe(text);
  expect(said({ notes: "", senses: [] })).toBe(text);
  expect(said({ notes: "", also: reply })).toBe(text);
});

test("a list of words repeats its text, but a spelling is letter by letter in the text only", () => {
  const said = (option: string): string => {
    const found = { option, word: "rut", response: '["nut"]', text, notes: "" };
    return textBeside(found, answerOf(found));
  };

  expect(said("rhymes")).toBe("");
  expect(said("spelling")).toBe(text);
});

test("words for a description repeat its text, except that they are unsure", () => {
  const notes = "I am not sure.";
  const found = { option: "reverse", word: "rut", response: '["groove"]', text: `${notes} ${text}`, notes };
  const reply = { ...found, matches: [{ word: "groove", likelihood: 0.1 }] };

  expect(textBeside(reply, answerOf(reply))).toBe(notes);
});

test("beside suggestions, a text does not list them again", () => {
  const said = (text: string): string =>
    textBeside({ ...reply, text, suggestions: ["define rut", "kinds of rut"] }, { kind: "nothing" });

  expect(said("Nothing rhymes with “rut”. Try: “define rut”, “kinds of rut”.")).toBe(
    "Nothing rhymes with “rut”.",
  );
  expect(said("Try “define rut”. Or “kinds of rut”.")).toBe("Try “define rut”. Or “kinds of rut”.");
  expect(said("Try: “define rut”, “kinds of rut”.")).toBe("Try: “define rut”, “kinds of rut”.");
});

test("beside words of nearly the same spelling, a text does not ask about them again", () => {
  const unknown = "WordNet does not have “brigt”.";
  const asked = `${unknown} Did you mean bright or brig?`;
  const said = [{ key: "unknown", words: ["brigt", "bright", "brig"], text: asked }];
  const found = { ...reply, text: asked, said, suggestions: ["define bright", "define brig"] };
  const others = { ...found, suggestions: ["define serendipity", "surprise me"] };

  expect([found, others].map(offersSpellings)).toEqual([true, false]);
  expect(textBeside(found, { kind: "nothing" })).toBe(unknown);
  expect(textBeside(others, { kind: "nothing" })).toBe(asked);
});

test("a word without meanings is explained by the text beside a difference", () => {
  const senses = [{ pos: "n", definition: "a groove" }];
  const said = (words: object[]): string => {
    const found = {
      option: "difference",
      word: "rut",
      response: JSON.stringify([{ words }]),
      text,
      notes: "",
    };
    return textBeside(found, answerOf(found));
  };

  expect(
    said([
      { word: "rut", senses },
      { word: "groove", senses },
    ]),
  ).toBe("");
  expect(
    said([
      { word: "rut", senses },
      { word: "of", senses: [] },
    ]),
  ).toBe(text);
});

test("a doubt is an unclear question whose text names each suggestion", () => {
  const doubt = { option: "unknown", word: "", response: "[]", suggestions: ["define rut", "/help rut"] };

  expect(doubtOf({ ...doubt, text: "Did you mean “define rut” or “/help rut”?" })).toEqual(doubt.suggestions);
  expect(doubtOf({ ...doubt, text: "Ask me about a word." })).toEqual([]);
  expect(
    doubtOf({ ...doubt, option: "definition", text: "Did you mean “define rut” or “/help rut”?" }),
  ).toEqual([]);
});

test.each([
  ["", ["large", "ice_cream"], ["large", "ice cream"]],
  ["Large, ice cream and 2 more are left out.", ["large", "ice_cream", "big"], ["big"]],
  ["That leaves out large-scale and partly.", ["large", "part"], ["large", "part"]],
  ["No word is left out.", undefined, []],
  ["That leaves out a.m. and o'clock.", ["a.m.", "o'clock", "aXm."], ["aXm."]],
])("of a reply that says %s, the removed words %s are listed as %s", (said, removed, listed) => {
  const found = {
    option: "synonyms",
    word: "big",
    response: "[]",
    ...(removed && { removed }),
  };

  expect(unnamedRemoved(found, said)).toEqual(listed);
});

/** Returns a sense of the part of speech `pos`, ranked if it has a likelihood. */
function sense(number: number, pos: string, likelihood?: number): Sense {
  const nothing = {
    lexname: "",
    count: 0,
    definition: "",
    examples: [],
    synonyms: [],
    words: [],
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
