import { expect, test } from "vitest";
import { bestLanguage, LANGUAGES, stringsOf } from "./index.js";
import { roomStringsOf } from "./rooms.js";
import { en } from "./en.js";

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
});

test("every language has every string but the titles of commands", () => {
  for (const code of Object.keys(LANGUAGES)) {
    expect(paths({ ...stringsOf(code), commands: {} }).sort()).toEqual(paths({ ...en, commands: {} }).sort());
    expect(paths(roomStringsOf(code)).sort()).toEqual(paths(roomStringsOf("en")).sort());
  }
});
