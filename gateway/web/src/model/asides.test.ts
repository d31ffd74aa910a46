import { expect, test } from "vitest";
import type { Question, Reply } from "../protocol.js";
import { beginningWith, wordOfTheDay } from "./asides.js";
import { lookUp } from "./questions.js";

/** Answers one question with `response`, and every other one with an error. */
function answering(expected: Question, response: string): (question: Question) => Promise<Reply> {
  const error = { code: "bad_request", message: "This is another question." };
  return (question) => {
    const isExpected = JSON.stringify(question) === JSON.stringify(expected);
    const reply = { id: 1, option: "", word: "" };
    return Promise.resolve(isExpected ? { ...reply, response } : { ...reply, response: "[]", error });
  };
}

const DAY = answering(lookUp("word_of_the_day", ""), '["flange"]');

function defining(...definitions: string[]): (question: Question) => Promise<Reply> {
  const defined = answering(lookUp("definition", "flange"), JSON.stringify(definitions));
  return (question) =>
    (question.event === "my_message" && question.fields.word === "flange" ? defined : DAY)(question);
}

test("the word of the day is the first of its answer, with the first of its definitions", async () => {
  const defined = answering(lookUp("definition", "flange"), '["a projection"]');

  expect(await wordOfTheDay(defining("a projection", "a rim"))).toEqual({
    word: "flange",
    definition: "a projection",
  });
  expect(await wordOfTheDay(DAY)).toEqual({ word: "flange", definition: "" });
  expect(await wordOfTheDay(defined)).toEqual({ word: "", definition: "" });
});

test.each([
  ["not liable to error; -G.G.Coulton", "not liable to error"],
  ["great wealth; ; --Ben Jonson", "great wealth"],
  ["a one-sided rim; wide - or narrow", "a one-sided rim; wide - or narrow"],
])("of %s, the word of the day shows %s", async (told, definition) => {
  expect(await wordOfTheDay(defining(told))).toEqual({ word: "flange", definition });
});

test("completions are the words of their answer", async () => {
  const question = lookUp("suggest", "serendip");

  expect(await beginningWith("serendip", answering(question, '["serendipity", 7]'))).toEqual(["serendipity"]);
  expect(await beginningWith("other", answering(question, '["serendipity"]'))).toEqual([]);
});
