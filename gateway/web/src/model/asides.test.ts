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

test("the word of the day is the first of its answer, with the first of its definitions", async () => {
  const day = answering(lookUp("word_of_the_day", ""), '["flange"]');
  const defined = answering(lookUp("definition", "flange"), '["a projection", "a rim"]');
  const both = (question: Question): Promise<Reply> =>
    (question.event === "my_message" && question.fields.word === "flange" ? defined : day)(question);

  expect(await wordOfTheDay(both)).toEqual({ word: "flange", definition: "a projection" });
  expect(await wordOfTheDay(day)).toEqual({ word: "flange", definition: "" });
  expect(await wordOfTheDay(defined)).toEqual({ word: "", definition: "" });
});

test("completions are the words of their answer", async () => {
  const question = lookUp("suggest", "serendip");

  expect(await beginningWith("serendip", answering(question, '["serendipity", 7]'))).toEqual(["serendipity"]);
  expect(await beginningWith("other", answering(question, '["serendipity"]'))).toEqual([]);
});
