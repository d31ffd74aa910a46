import { expect, test } from "vitest";
import { en } from "../i18n/en.js";
import type { Reply } from "../protocol.js";
import { announcement } from "./announcement.js";

function reply(option: string, response: unknown[], more: Partial<Reply> = {}): Reply {
  return { id: 1, option, word: "run", response: JSON.stringify(response), ...more };
}

test("a short answer is announced whole", () => {
  expect(announcement(reply("synonyms", ["tally", "hot_dog"]), en)).toBe("run tally, hot dog");
});

test("a long answer is cut after a whole word", () => {
  const words = Array.from({ length: 90 }, (_, index) => `word${index}`);
  const said = announcement(reply("synonyms", words), en);

  expect(said.length).toBeLessThanOrEqual(202);
  expect(said).toMatch(/^run word0, word1, .* word\d+, …$/);
});

test("an unknown word, an empty answer and an error have sentences", () => {
  expect(announcement(reply("definition", []), en)).toBe("WordNet does not have “run”.");
  expect(announcement(reply("antonyms", []), en)).toBe("WordNet has no answer for “run”.");
  expect(announcement(reply("", [], { error: { code: "busy", message: "Busy." } }), en)).toBe(en.errors.busy);
});
