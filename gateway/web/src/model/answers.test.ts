import { describe, expect, test } from "vitest";
import { en } from "../i18n/en.js";
import type { Reply } from "../protocol.js";
import { answerOf, percentOf, plainText, responseOf, strings, text } from "./answers.js";

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
    const answer = answerOf(replyOf("antonyms", ["cold", "mild"], { senses, more: 2 }));

    expect(answer).toMatchObject({ kind: "senses", more: 2 });
    expect(answer.kind === "senses" && answer.senses.map(({ synonyms }) => synonyms)).toEqual([
      ["cold"],
      ["mild"],
    ]);
    expect(answerOf(replyOf("antonyms", [], { senses }))).toEqual({ kind: "nothing" });
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
    });
    expect(plainText(replyOf("difference", [item]), en)).toBe("geese\naffect: change");
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

describe("plainText", () => {
  test("it begins with the sentence of the reply, else with the lemma, else with the word", () => {
    const first = (more: Partial<Reply>): string | undefined =>
      plainText(replyOf("synonyms", ["a"], more), en).split("\n")[0];

    expect(first({ text: "Geese are birds.", lemma: "goose" })).toBe("Geese are birds.");
    expect(first({ lemma: "wild_goose" })).toBe("wild goose");
    expect(first({})).toBe("geese");
  });

  test("the words that the conditions left out come last, unless the text names them", () => {
    const reply = replyOf("synonyms", ["large"], { removed: ["huge", "jumbo_jet"] });

    expect(plainText(reply, en).split("\n").at(-1)).toBe("Left out by the conditions: huge, jumbo jet");
    expect(plainText({ ...reply, text: "That leaves out huge and jumbo jet." }, en)).not.toContain(
      "Left out",
    );
  });

  test("a sense has its number, part of speech, examples, paths and synonyms", () => {
    expect(
      plainText(replyOf("overview", [GEESE]), en)
        .split("\n")
        .slice(1),
    ).toEqual([
      `1. (noun) ${GEESE.definition}`,
      "   “a gaggle of geese”",
      "   entity › living thing › goose",
      "   goose, wild goose",
    ]);
  });

  test("a sense in a sentence has its likelihood", () => {
    const sense = { pos: "n", definition: "sloping land", likelihood: 0.62 };

    expect(plainText(replyOf("definition", ["sloping land"], { senses: [sense] }), en)).toBe(
      "geese\n1. (noun, 62% likely here) sloping land",
    );
  });

  test("words with one meaning each stand on a line each", () => {
    const ice = { word: "ice_cream", pos: "n", definition: "a dessert" };

    expect(plainText(replyOf("reverse", ["ice_cream", "ice"], { matches: [ice] }), en)).toBe(
      "geese\nice cream (noun): a dessert\nice",
    );
    expect(plainText(replyOf("gloss", [ice]), en)).toBe("geese\nice cream (noun): a dessert");
  });

  test("each other kind of answer reads as people write it", () => {
    const rest = (option: string, response: unknown): string =>
      plainText(replyOf(option, response), en).split("\n").slice(1).join("\n");
    const help = { command: "random", summary: "Any word.", example: "surprise me" };

    expect(rest("synonyms", ["ice_cream", "sorbet"])).toBe("ice cream, sorbet");
    expect(rest("examples", ["One.", "Two."])).toBe("“One.”\n“Two.”");
    expect(rest("definition", ["one", "two"])).toBe("1. one\n2. two");
    expect(rest("pos", ["n", "x"])).toBe("noun, x");
    expect(rest("help", [help])).toBe("random: Any word. (surprise me)");
    expect(rest("newer_command", [{ first_use: 1754 }])).toBe("first use: 1754");
    expect(rest("similarity", [{ path: 0.2, wup: 0.8571, senses: [GEESE] }])).toBe(
      `Path similarity: 0.20, Wu-Palmer similarity: 0.86\ngoose, wild goose: ${GEESE.definition}`,
    );
  });

  test("without an answer the word stands alone", () => {
    expect(plainText(replyOf("synonyms", []), en)).toBe("geese");
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
