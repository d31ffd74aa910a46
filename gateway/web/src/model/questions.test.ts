import { describe, expect, test } from "vitest";
import { en } from "../i18n/en.js";
import { strings as ko } from "../i18n/languages/ko.js";
import type { Question } from "../protocol.js";
import {
  ask,
  commandName,
  describe as described,
  fromQuery,
  lookUp,
  readable,
  toQuery,
  wander,
} from "./questions.js";

test("a lookup sends only what was given", () => {
  expect(lookUp("random", "")).toEqual({ event: "my_message", fields: { command: "random" } });
  expect(lookUp("synonyms", "bank", "")).toEqual({
    event: "my_message",
    fields: { command: "synonyms", word: "bank" },
  });
  expect(lookUp("definition", "bank", "", "", "We sat on the bank.")).toEqual({
    event: "my_message",
    fields: { command: "definition", word: "bank", sentence: "We sat on the bank." },
  });
  expect(lookUp("similarity", "cat", "n", "dog")).toEqual({
    event: "my_message",
    fields: { command: "similarity", word: "cat", pos: "n", word2: "dog" },
  });
});

test("a tapped word asks for everything about it, as people write it", () => {
  expect(wander("ice_cream")).toEqual(lookUp("overview", "ice cream"));
});

test("names lose every underscore", () => {
  expect(readable("jack_of_all_trades")).toBe("jack of all trades");
});

test("a command that has no name yet is called by its own", () => {
  expect(commandName(en, "lemmatizer")).toBe("Dictionary form");
  expect(commandName({ ...ko, commands: {} }, "lemmatizer")).toBe("Dictionary form");
  expect(commandName(en, "newer_command")).toBe("newer command");
});

describe("describe", () => {
  test("a sentence is its own subject", () => {
    expect(described(en, ask("what is a_b?"))).toEqual({ subject: "what is a_b?", aspect: "" });
  });

  test("a lookup has its word as subject, and the command and part of speech as aspect", () => {
    expect(described(en, lookUp("synonyms", "ice_cream"))).toEqual({
      subject: "ice cream",
      aspect: "Synonyms",
    });
    expect(described(ko, lookUp("synonyms", "run", "v")).aspect).toBe("동의어, 동사");
    expect(described(en, lookUp("synonyms", "run", "x")).aspect).toBe("Synonyms, x");
  });

  test("a lookup in a sentence shows the sentence", () => {
    expect(described(en, lookUp("definition", "bank", "", "", "We sat on the bank."))).toEqual({
      subject: "bank",
      aspect: "Definition: “We sat on the bank.”",
    });
  });

  test("a comparison has both words as subject", () => {
    expect(described(en, lookUp("similarity", "cat", "", "dog")).subject).toBe("cat · dog");
  });

  test("a command without a word is itself the subject", () => {
    expect(described(en, lookUp("random", ""))).toEqual({ subject: "Random word", aspect: "" });
  });
});

describe("the page's address", () => {
  test("a question is written in full, with all that a query can't hold escaped", () => {
    expect(toQuery(lookUp("lemmatizer", "geese", "n"))).toBe("?word=geese&command=lemmatizer&pos=n");
    expect(toQuery(ask("what's R&D?"))).toBe("?ask=what%27s+R%26D%3F");
  });

  test("every question comes back from its address", () => {
    const questions: Question[] = [
      ask("what does “é & ü” mean?"),
      lookUp("synonyms", "ice cream", "n"),
      lookUp("similarity", "cat", "n", "dog"),
      lookUp("random", ""),
      lookUp("synonyms", "bank", "n", "", "We sat on the bank of the R&D department."),
    ];

    expect(questions.map((question) => fromQuery(toQuery(question)))).toEqual(questions);
  });

  test("a word without a command asks for everything about it", () => {
    expect(fromQuery("?word=%20serendipity%20")).toEqual(lookUp("overview", "serendipity"));
  });

  test("a sentence comes before a word", () => {
    expect(fromQuery("?word=a&ask=hello")).toEqual(ask("hello"));
    expect(fromQuery("?word=a&ask=%20")).toEqual(lookUp("overview", "a"));
  });

  test("a command of a newer server is asked with its word, but not alone", () => {
    expect(fromQuery("?word=a&command=newer")).toEqual(lookUp("newer", "a"));
    expect(fromQuery("?command=newer")).toBeUndefined();
    expect(fromQuery("?command=help")).toEqual(lookUp("help", ""));
  });

  test("an address that names nothing asks nothing", () => {
    for (const query of ["", "?", "?utm_source=x", "?word=%20", "?pos=n"]) {
      expect(fromQuery(query)).toBeUndefined();
    }
  });
});
