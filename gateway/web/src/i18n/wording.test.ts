/** The sentences of answers in a pseudo-language, whose whole file is the object below: `key(first place, …)`. */
import { expect, test } from "vitest";
import type { Answered } from "../protocol.js";
import { en } from "./en.js";
import type { Language } from "./index.js";
import { FREQUENCIES, KINDS, PLACES, plain, type Piece, type Sentences } from "./sentences.js";
import { Wording } from "./wording.js";

const same = <Name extends string>(names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, name.toUpperCase()])) as Record<Name, string>;

const COMMANDS = [
  ..."definition synonyms antonyms examples overview pos lemmatizer rhymes inflect is_a is_word usage frames".split(
    " ",
  ),
  ..."reverse gloss similarity difference random help spelling pronunciation pattern".split(" "),
];
const PSEUDO: Language = {
  strings: { ...en, commands: same(COMMANDS), pos: { n: "NOUN", v: "VERB", a: "ADJ", s: "ADJ" } },
  phrases: {
    sentences: Object.fromEntries(
      Object.entries(PLACES).map(([key, places]) => [
        key,
        `${key}(${places.map((place) => `{${place}}`).join(";")})`,
      ]),
    ) as Sentences,
    namesAndMore: "{names}+{more}",
    kinds: same(KINDS),
    frequencies: same(FREQUENCIES),
  },
};
const wording = new Wording(PSEUDO.strings, PSEUDO.phrases);

function reply(option: string, word: string, response: unknown[], more: Partial<Answered> = {}): Answered {
  return { option, word, response: JSON.stringify(response), text: "English.", ...more };
}

function said(option: string, word: string, response: unknown[], more: Partial<Answered> = {}): string {
  return plain(wording.text(reply(option, word, response, more)));
}

const context = (more: object): Pick<Answered, "context"> => ({
  context: { command: "", word: "", ...more },
});
const SENSE = { sense: 2, pos: "n", definition: "a fool" };

test.each<[string, string, unknown[], Partial<Answered>, string]>([
  ["antonyms", "hot", ["cold"], {}, "list(hot;ANTONYMS;cold)"],
  ["antonyms", "car", [], {}, "missing(car;ANTONYMS)"],
  ["synonyms", "big", ["a", "b", "c", "d", "e", "f", "g", "h"], {}, "list(big;SYNONYMS;a, b, c, d, e, f+2)"],
  [
    "synonyms",
    "big",
    ["large", "bad"],
    { senses: [{ sense: 1, pos: "a", definition: "", synonyms: ["large"] }] },
    "list(big;SYNONYMS;large) other_senses(bad)",
  ],
  ["synonyms", "big", ["a", "b"], context({ more: 12, shown: ["b"] }), "list(big;SYNONYMS;b)"],
  ["synonyms", "big", ["a", "b"], context({ more: 12, shown: [] }), "no_more()"],
  ["definition", "goose", ["a fool"], { senses: [SENSE] }, "meaning_number(goose;2)"],
  ["definition", "goose", ["a fool"], { senses: [SENSE], notes: "" }, "definition(goose)"],
  ["definition", "goose", ["a fool"], { senses: [{ ...SENSE, likelihood: 0.8 }] }, "fits(goose;a fool)"],
  ["definition", "goose", ["a fool"], { senses: [{ ...SENSE, likelihood: 0.2 }] }, "may_fit(goose;a fool)"],
  ["overview", "goose", [SENSE], {}, "entry(goose;OVERVIEW)"],
  ["examples", "goose", ["Look."], {}, "examples_other(goose)"],
  ["pos", "bright", ["a", "s", "r"], {}, "parts(bright;ADJ, r)"],
  ["pos", "run", ["n", "v"], { pos: "n" }, "parts_yes(run;NOUN, VERB)"],
  ["pos", "run", ["n", "v"], { pos: "a" }, "parts_no(run;NOUN, VERB)"],
  ["lemmatizer", "geese", ["goose"], {}, "lemma(geese;goose)"],
  ["lemmatizer", "goose", ["goose"], {}, "lemma_same(goose)"],
  ["rhymes", "cat", ["hat"], context({ word2: "hat" }), "rhymes_yes(cat;hat)"],
  ["rhymes", "cat", [], context({ word2: "dog" }), "rhymes_no(cat;dog)"],
  [
    "inflect",
    "goose",
    [{ form: "plural", of: "goose", words: ["geese"] }],
    {},
    "one_form(goose;plural;geese)",
  ],
  [
    "is_a",
    "whale",
    [{ relation: "kind", path: ["whale", "mammal"], senses: [{ definition: "big" }] }],
    context({ word2: "mammal" }),
    "is_kind(whale;mammal;whale → mammal;big)",
  ],
  ["is_word", "irregardless", [{ in_wordnet: false }], {}, "unknown(irregardless;)"],
  ["usage", "dog", [{ frequency: "rare", senses: [] }], {}, "usage(dog;RARE)"],
  ["usage", "arvo", [{ senses: [], own: [{ labels: ["Australian"] }] }], {}, "English."],
  ["frames", "eat", [{ transitive: true }, { intransitive: true }], {}, "both_ways(eat)"],
  ["similarity", "cat", [{ path: 0.2, wup: 0.86 }], context({ word2: "dog" }), "similarity_close(cat;dog)"],
  [
    "reverse",
    "fear of heights",
    ["acrophobia"],
    { matches: [{ word: "acrophobia", pos: "n", definition: "fear", likelihood: 0.76 }] },
    "match(acrophobia;fear)",
  ],
  ["gloss", "a text", [], {}, "no_hard_words()"],
  ["pattern", "", ["quick"], context({ where: { starts: "qu" } }), "found(quick) where(where_starts(qu))"],
  [
    "pattern",
    "",
    ["quick"],
    context({ where: { ends: "!s" } }),
    "found(quick) where(where_not(where_ends(s)))",
  ],
  ["pattern", "", ["quick"], context({ where: { without: "_" } }), "found(quick) where(where_no_space())"],
  ["random", "", ["ice_cream"], {}, "random(ice cream)"],
  ["help", "", [{ command: "pos" }], {}, "help()"],
])("%s of %s is worded by its fields", (option, word, response, more, expected) => {
  expect(said(option, word, response, more)).toBe(expected);
});

test("what the fields do not hold comes in the order of the reply", () => {
  const notes = [
    { key: "corrected", words: ["hapy", "happy"], text: "I took it." },
    { key: "answer" },
    { key: "unread", words: ["animals"], text: "I left it out." },
  ];

  expect(said("antonyms", "happy", ["sad"], { said: notes })).toBe(
    "corrected(hapy;happy) list(happy;ANTONYMS;sad) unread(animals)",
  );
});

test("a card that shows the answer needs only the notes", () => {
  const noted = reply("definition", "geese", ["a bird"], {
    notes: "geese → goose.",
    said: [{ key: "form", words: ["geese", "goose"], text: "geese → goose." }, { key: "answer" }],
  });

  expect(plain(wording.text(noted, true))).toBe("form(geese;goose)");
  expect(plain(wording.text(reply("definition", "goose", ["a bird"], { notes: "" }), true))).toBe("");
});

test("conditions are said where the reply says them, also beside a card", () => {
  const where = { starts: "l", letters: [5, 5], pos: "n", common: true };
  const more = { said: [{ key: "answer" }, { key: "where", text: "Only words …" }], ...context({ where }) };
  const conditions = "where(where_starts(l), where_letters(5), where_pos(NOUN), where_common())";

  expect(said("synonyms", "big", ["large"], more)).toBe(`list(big;SYNONYMS;large) ${conditions}`);
  expect(plain(wording.text(reply("synonyms", "big", ["large"], more), true))).toBe(conditions);
});

test("beside the words of a pattern, only their conditions are said", () => {
  const pattern = reply("pattern", "", ["quick"], context({ where: { starts: "qu" } }));

  expect(plain(wording.text(pattern, true))).toBe("where(where_starts(qu))");
});

test("English words are marked, and a sentence without a template is English as a whole", () => {
  const unknown: Piece[] = wording.text(reply("somersault", "dog", ["x"], { text: "New." }));
  const later = { said: [{ key: "not_yet", text: "Later." }] };

  expect(unknown).toEqual([{ en: "New." }]);
  expect(wording.text(reply("definition", "dog", [], later))).toEqual([{ en: "Later." }]);
  expect(wording.text(reply("antonyms", "hot", ["cold"]))).toEqual([
    "list(",
    { en: "hot" },
    ";",
    "ANTONYMS",
    ";",
    { en: "cold" },
    ")",
  ]);
});

test("a little word has its kind in the language, or else the English sentence", () => {
  const on = (kind: string): string =>
    said("definition", "from", [], { said: [{ key: "little", words: ["from", kind], text: "In English." }] });

  expect(on("a preposition")).toBe("little(from;A PREPOSITION)");
  expect(on("short for “cannot”")).toBe("In English.");
});

test("an offered question is named by its command", () => {
  expect(plain(wording.offer("opposite of hot") ?? [])).toBe("offer(hot;ANTONYMS)");
  expect(plain(wording.offer("surprise me") ?? [])).toBe("RANDOM");
  expect(wording.offer("sing me a song")).toBeUndefined();
});

test("Hangul without an answer is met in its own way", () => {
  expect(plain(wording.nothing(reply("definition", "행복", [])))).toBe("hangul()");
  expect(plain(wording.nothing(reply("definition", "blorp", [])))).toBe("unknown(blorp;)");
  expect(plain(wording.nothing(reply("antonyms", "car", [])))).toBe("missing(car;ANTONYMS)");
});
