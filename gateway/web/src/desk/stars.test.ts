import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakePage } from "../testing/fake-page.js";
import { FakeStorage, forbiddenStorage, FullStorage } from "../testing/fake-storage.js";
import { MOST_STARRED, starredOf, Stars, type Starred } from "./stars.js";

const KEY = "wordwire-stars";

let local: FakeStorage;
let page: EventTarget;

function starred(word: string): Starred {
  return { word, pos: "n", meaning: `the meaning of ${word}` };
}

function words(stars: Stars): string[] {
  return stars.all.map(({ word }) => word);
}

beforeEach(() => {
  local = new FakeStorage();
  page = fakePage();
  vi.stubGlobal("localStorage", local);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a star is there again after a reload, the newest first, and goes as it came", () => {
  const stars = new Stars();
  stars.toggle(starred("goose"));
  stars.toggle(starred("mouse"));
  expect(new Stars().all).toEqual([starred("mouse"), starred("goose")]);
  new Stars().toggle(starred("goose"));

  expect(words(new Stars())).toEqual(["mouse"]);
});

test("two tabs add to the same words, and hear of each other's", () => {
  const [here, there] = [new Stars(), new Stars()];
  const changed = vi.fn();
  here.toggle(starred("goose"));
  expect(here.has("mouse")).toBe(false);
  there.toggle(starred("mouse"));
  here.addEventListener("change", changed);
  page.dispatchEvent(Object.assign(new Event("storage"), { key: KEY }));

  expect(changed).toHaveBeenCalledOnce();
  expect(words(here)).toEqual(["mouse", "goose"]);
  page.dispatchEvent(Object.assign(new Event("storage"), { key: "another" }));
  expect(changed).toHaveBeenCalledOnce();
});

test("there is a limit, and nothing is lost at it", () => {
  const stars = new Stars();
  for (let at = 0; at < MOST_STARRED; at++) expect(stars.toggle(starred(`word ${at}`))).toBe(true);
  expect(stars.toggle(starred("one more"))).toBe(false);
  expect(words(stars)).toHaveLength(MOST_STARRED);
  stars.toggle(starred("word 0"));

  expect(stars.toggle(starred("one more"))).toBe(true);
});

describe("a storage that is damaged, full or forbidden", () => {
  test.each(["", "{", "null", "7", "{}", '"words"', "[".repeat(10_000), '[null, 7, "goose", []]'])(
    "%.20s holds no words, and takes some",
    (damaged) => {
      local.setItem(KEY, damaged);
      expect(new Stars().all).toEqual([]);
      new Stars().toggle(starred("goose"));

      expect(words(new Stars())).toEqual(["goose"]);
    },
  );

  test("entries are cut to size, named once, and complete", () => {
    const long = "x".repeat(10_000);
    const kept = [{ word: "a", meaning: long }, { word: "a" }, { word: { evil: 1 } }, { word: long, pos: 7 }];
    local.setItem(KEY, JSON.stringify(kept));
    const short = "x".repeat(500);

    expect(new Stars().all).toEqual([
      { word: "a", pos: "", meaning: "" },
      { word: short, pos: "", meaning: "" },
    ]);
    local.setItem(KEY, JSON.stringify(Array.from({ length: 2000 }, (_, at) => starred(`${at}`))));
    expect(new Stars().all).toHaveLength(MOST_STARRED);
  });

  test.each([new FullStorage(), forbiddenStorage()])("stars then last as long as the page", (storage) => {
    vi.stubGlobal("localStorage", storage);
    const stars = new Stars();
    stars.toggle(starred("goose"));
    stars.toggle(starred("mouse"));

    expect([words(stars), stars.isKept]).toEqual([["mouse", "goose"], false]);
    vi.stubGlobal("localStorage", local);
    stars.toggle(starred("ox"));
    expect([words(new Stars()), stars.isKept]).toEqual([["ox", "mouse", "goose"], true]);
  });
});

describe("what a star keeps", () => {
  const reply = {
    option: "definition",
    word: "Ice_creams",
    lemma: "ice_cream",
    response: '["frozen dessert"]',
  };

  test("the first meaning of an entry", () => {
    const senses = [
      { sense: 1, pos: "n", definition: "a dessert" },
      { sense: 2, pos: "v", definition: "another" },
    ];

    expect(starredOf({ ...reply, senses })).toEqual({ word: "ice cream", pos: "n", meaning: "a dessert" });
  });

  test("the first gloss of a reply without senses", () => {
    expect(starredOf(reply)).toEqual({ word: "ice cream", pos: "", meaning: "frozen dessert" });
    expect(starredOf({ ...reply, pos: "n", response: "[]" })).toEqual({
      word: "ice cream",
      pos: "n",
      meaning: "",
    });
  });
});
