import { describe, expect, test } from "vitest";
import { en } from "../i18n/en.js";
import type { Reply } from "../protocol.js";
import { plainText } from "./plain-text.js";

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

  test("a difference without a sentence has the meanings of both sides", () => {
    const affect = { word: "affect", senses: [{ sense: 1, pos: "v", definition: "change" }] };
    const item = { words: [affect, { word: "effect", senses: [] }], relations: [] };

    expect(plainText(replyOf("difference", [item]), en)).toBe("geese\naffect: change");
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
