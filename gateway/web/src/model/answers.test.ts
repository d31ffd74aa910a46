import { describe, expect, test } from "vitest";
import type { Reply } from "../protocol.js";
import { answerOf, percentOf, responseOf, strings, text } from "./answers.js";

const GEESE = {
  sense: 1,
  pos: "n",
  lexname: "noun.animal",
  count: 3,
  definition: "web-footed long-necked typically gregarious migratory aquatic birds",
  examples: ["a gaggle of geese"],
  synonyms: ["goose", "wild_goose"],
  frames: ["Somebody ----s"],
  sentences: ["They goose the car"],
  paths: [["entity", "living_thing", "goose"]],
  relations: { hypernyms: ["anseriform_bird"], hyponyms: [] },
};

function replyOf(option: string, response: unknown, more: Partial<Reply> = {}): Reply {
  return { id: 1, option, word: "geese", response: JSON.stringify(response), ...more };
}

describe("responseOf", () => {
  test("it returns the list", () => {
    expect(responseOf(replyOf("synonyms", ["a", 1, null]))).toEqual(["a", 1, null]);
  });

  test("whatever is no list of JSON is an empty one", () => {
    for (const response of ["", "[", "null", "7", '"text"', '{"a": 1}']) {
      expect(responseOf({ option: "synonyms", word: "", response })).toEqual([]);
    }
  });
});

describe("answerOf", () => {
  test("an empty list is no answer, and so is a response that can't be read", () => {
    expect(answerOf(replyOf("synonyms", []))).toEqual({ kind: "nothing" });
    expect(answerOf({ option: "synonyms", word: "", response: "<b>" })).toEqual({ kind: "nothing" });
  });

  test("the command says what a list of strings means", () => {
    const kinds = ["synonyms", "hypernyms", "examples", "definition", "pos", "pronunciation"].map(
      (option) => answerOf(replyOf(option, ["a"])).kind,
    );

    expect(kinds).toEqual(["words", "words", "sentences", "glosses", "parts", "glosses"]);
  });

  test("a map is drawn by a component of its own, with a text or without", () => {
    const graph = [{ nodes: [{ id: "w:ocean" }], edges: [], left_out: 0 }];

    expect(answerOf(replyOf("map", graph))).toEqual({ kind: "nothing" });
  });

  test("objects with a definition and a part of speech are senses, whatever the command", () => {
    expect(answerOf(replyOf("overview", [GEESE]))).toEqual({
      kind: "senses",
      senses: [
        {
          sense: 1,
          pos: "n",
          lexname: "noun.animal",
          count: 3,
          definition: GEESE.definition,
          examples: ["a gaggle of geese"],
          synonyms: ["goose", "wild_goose"],
          words: [],
          frames: ["Somebody ----s", "They goose the car"],
          paths: [["entity", "living_thing", "goose"]],
          relations: { hypernyms: ["anseriform_bird"] },
        },
      ],
    });
  });

  test("a sense with nothing but the least is whole all the same, and numbered by its place", () => {
    const answer = answerOf(replyOf("sense", [GEESE, { pos: "v", definition: "pinch" }]));

    expect(answer.kind === "senses" && answer.senses[1]).toEqual({
      sense: 2,
      pos: "v",
      lexname: "",
      count: 0,
      definition: "pinch",
      examples: [],
      synonyms: [],
      words: [],
      frames: [],
      paths: [],
      relations: {},
    });
  });

  test("fields of a wrong type are left out, and no markup is made of them", () => {
    const broken = { ...GEESE, examples: "none", synonyms: ["goose", 7], paths: 1, relations: ["x"] };
    const answer = answerOf(replyOf("sense", [broken]));

    expect(answer.kind === "senses" && answer.senses[0]).toMatchObject({
      examples: [],
      synonyms: ["goose"],
      paths: [],
      relations: {},
    });
  });

  test("the senses of a reply to a sentence are drawn in place of its response", () => {
    const senses = [
      { sense: 1, pos: "a", definition: "warm", antonyms: ["cold"] },
      { sense: 3, pos: "a", definition: "spicy", words: ["mild"], examples: ["hot sauce"] },
    ];
    const rest = [{ sense: 4, pos: "a", definition: "fast" }, 1];
    const answer = answerOf(replyOf("antonyms", ["cold", "mild"], { senses, more: 2, rest }));

    expect(answer).toMatchObject({ kind: "senses", more: 2, rest: [{ sense: 4, definition: "fast" }] });
    expect(answer.kind === "senses" && answer.senses.map(({ words }) => words)).toEqual([["cold"], ["mild"]]);
    expect(answerOf(replyOf("antonyms", [], { senses }))).toEqual({ kind: "nothing" });
  });

  test("an entry has synonyms and antonyms, but no words that answer it", () => {
    const senses = [{ pos: "a", definition: "warm", synonyms: ["heated"], antonyms: ["cold"] }];
    const answer = answerOf(replyOf("definition", ["warm"], { senses }));

    expect(answer.kind === "senses" && answer.senses[0]).toMatchObject({
      synonyms: ["heated"],
      words: [],
      relations: { antonyms: ["cold"] },
    });
  });

  test("a sense has a likelihood only if it is a share of one", () => {
    const senses = [0, 0.62, 1.2, "0.5"].map((likelihood) => ({ ...GEESE, likelihood }));
    const answer = answerOf(replyOf("overview", senses));
    const found = answer.kind === "senses" && answer.senses.map(({ likelihood }) => likelihood);

    expect(found).toEqual([0, 0.62, undefined, undefined]);
  });

  test("each word for a description has the meaning that fits, in the order of the response", () => {
    const matches = [
      { word: "vertigo", pos: "n", synset: "vertigo.n.01", definition: "a reeling sensation" },
      { word: "acrophobia", pos: "n", synset: "acrophobia.n.01", definition: "a morbid fear" },
    ];

    expect(answerOf(replyOf("reverse", ["acrophobia", "height", "vertigo"], { matches }))).toEqual({
      kind: "matches",
      meanings: [
        { word: "acrophobia", lemma: "acrophobia", pos: "n", definition: "a morbid fear" },
        { word: "height", lemma: "height", pos: "", definition: "" },
        { word: "vertigo", lemma: "vertigo", pos: "n", definition: "a reeling sensation" },
      ],
    });
    expect(answerOf(replyOf("reverse", ["acrophobia"]))).toEqual({ kind: "words", words: ["acrophobia"] });
    expect(answerOf(replyOf("reverse", [], { matches }))).toEqual({ kind: "nothing" });
  });

  test("the hard words of a text are no senses of one word", () => {
    const geese = { word: "Geese", lemma: "goose", pos: "n", definition: GEESE.definition };

    expect(answerOf(replyOf("gloss", [geese]))).toEqual({ kind: "glossary", meanings: [geese] });
  });

  test("similarity has its two measures, both senses, and where they meet", () => {
    const hypernym = { words: ["carnivore"], definition: "eats meat" };
    const item = { path: 0.2, wup: 0.857, senses: [GEESE], hypernym };

    expect(answerOf(replyOf("similarity", [item]))).toMatchObject({
      kind: "similarity",
      path: 0.2,
      wup: 0.857,
      senses: [{ definition: GEESE.definition }],
      meeting: hypernym,
    });
  });

  test("words that do not meet have a similarity without a meeting", () => {
    expect(answerOf(replyOf("similarity", [{ path: null, wup: null, hypernym: null }]))).toEqual({
      kind: "similarity",
      path: 0,
      wup: 0,
      senses: [],
      meeting: undefined,
    });
  });

  test("a difference has two sides, each with its meanings", () => {
    const affect = {
      word: "affect",
      senses: [{ sense: 1, pos: "v", definition: "change", example: "it affects me" }],
    };
    const item = { words: [affect, { word: "effect", senses: [] }], relations: [{ relation: "homophones" }] };

    expect(answerOf(replyOf("difference", [item]))).toMatchObject({
      kind: "sides",
      sides: [
        { word: "affect", senses: [{ definition: "change", examples: ["it affects me"] }] },
        { word: "effect", senses: [] },
      ],
      relations: [{ name: "homophones", words: [], definition: "", isRare: false }],
    });
  });

  test("a relation names its words: both ends of a path, or the first one", () => {
    const relations = [
      { relation: "kind_of", path: ["oak", "tree", "plant"] },
      { relation: "form_of", first: "ran" },
      { relation: "same_meaning", definition: "big", rare: true },
    ];

    expect(answerOf(replyOf("difference", [{ words: [], relations }]))).toMatchObject({
      relations: [
        { name: "kind_of", words: ["oak", "plant"] },
        { name: "form_of", words: ["ran"] },
        { name: "same_meaning", words: [], definition: "big", isRare: true },
      ],
    });
  });

  test("several forms are a table; a sentence says a single one", () => {
    const past = { form: "past", pos: "v", of: "run", words: ["ran"] };

    expect(answerOf(replyOf("inflect", [past], { text: "It is ran." }))).toEqual({ kind: "nothing" });
    expect(answerOf(replyOf("inflect", [past]))).toEqual({ kind: "forms", forms: [past] });
  });

  test("a sentence that says everything needs nothing below it", () => {
    const found = [{ word: "geese", in_wordnet: true }];

    expect(answerOf(replyOf("is_word", found, { text: "Yes." }))).toEqual({ kind: "nothing" });
    expect(answerOf(replyOf("is_word", found))).toMatchObject({ kind: "records" });
  });

  test("help lists commands, each with an example", () => {
    const entry = { command: "synonyms", summary: "Words that mean the same.", example: "synonyms of happy" };

    expect(answerOf(replyOf("help", [entry]))).toEqual({ kind: "help", entries: [entry] });
  });

  test("other objects are shown field by field", () => {
    expect(answerOf(replyOf("newer_command", [{ first_use: 1754, by: ["Walpole"] }]))).toEqual({
      kind: "records",
      records: [
        [
          { label: "first use", value: "1754" },
          { label: "by", value: "Walpole" },
        ],
      ],
    });
  });
});

test("a likelihood is never certain in per cent", () => {
  expect([0, 0.004, 0.615, 0.999, 1].map(percentOf)).toEqual([1, 1, 62, 99, 99]);
});

test("strings() keeps the strings of a list, and takes nothing else for one", () => {
  expect(strings(["a", 1, null, "b"])).toEqual(["a", "b"]);
  expect([strings("ab"), strings(undefined), strings({ 0: "a" })]).toEqual([[], [], []]);
});

test("text() writes values as people read them", () => {
  expect(text("as is")).toBe("as is");
  expect(text(7)).toBe("7");
  expect(text(0.12345)).toBe("0.123");
  expect(text(["a", "", ["b", "c"]])).toBe("a, b, c");
  expect(text({ word: "cat", count: 2, note: null })).toBe("cat – 2");
  expect([text(null), text(undefined)]).toEqual(["", ""]);
  expect([text(true), text(false)]).toEqual(["✓", "✗"]);
});
