import { expect, test } from "vitest";
import { bestLanguage, LANGUAGES, languageName, loadLanguage, stringsOf, type Language } from "./index.js";
import { roomStringsOf } from "./rooms.js";
import { en } from "./en.js";
import { FREQUENCIES, KINDS, PLACES } from "./sentences.js";

const MODULES = import.meta.glob<{ default: Language }>("./languages/*.ts", { eager: true });
const OTHERS = Object.entries(MODULES).map(([path, { default: language }]) => ({
  code: path.replace("./languages/", "").replace(".ts", ""),
  ...language,
}));

/** Returns the path of every string: `map.title`, `errors.busy`. */
function paths(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => paths(inner, path ? `${path}.${name}` : name));
}

test("the first language that we have is chosen, whatever its region", () => {
  expect(bestLanguage(["fr-FR", "ko-KR", "en"])).toBe("ko");
  expect(bestLanguage([undefined, null, "", "EN-gb"])).toBe("en");
});

test("readers of all other languages get English", () => {
  expect(bestLanguage(["fr", "de-AT"])).toBe("en");
  expect(bestLanguage([])).toBe("en");
  expect(stringsOf("fr")).toBe(en);
  expect(loadLanguage("fr")).toBeUndefined();
});

test("a file in the folder of languages is a language", () => {
  expect(LANGUAGES).toEqual(["en", ...OTHERS.map(({ code }) => code)]);
  expect(LANGUAGES.map(languageName)).toEqual(expect.arrayContaining(["English", "한국어"]));
});

test("a language is loaded once, with the sentences of its answers", async () => {
  await loadLanguage("ko");

  expect(stringsOf("ko").welcome).not.toBe(en.welcome);
  expect(stringsOf("ko").wording).toBeDefined();
  expect(loadLanguage("ko")).toBeUndefined();
});

test("every language has every string but the titles and summaries of commands", () => {
  const own = { commands: {}, summaries: {} };
  for (const { code, strings } of OTHERS) {
    expect(paths({ ...strings, ...own }).sort()).toEqual(paths({ ...en, ...own }).sort());
    expect(paths(roomStringsOf(code)).sort()).toEqual(paths(roomStringsOf("en")).sort());
  }
});

test("every language has every sentence, and no place that has no words", () => {
  for (const { phrases } of OTHERS) {
    expect(Object.keys(phrases.sentences).sort()).toEqual(Object.keys(PLACES).sort());
    expect(Object.keys(phrases.kinds)).toEqual(KINDS);
    expect(Object.keys(phrases.frequencies)).toEqual(FREQUENCIES);
    for (const [key, sentence] of Object.entries(phrases.sentences)) {
      const places: readonly string[] = PLACES[key as keyof typeof PLACES];
      const used = [...sentence.matchAll(/\{(\w*)\}/g)].map(([, place]) => place);
      expect(places, key).toEqual(expect.arrayContaining(used));
    }
  }
});
