import { expect, test } from "vitest";
import {
  answersWithWords,
  commandNamed,
  COMMANDS,
  FIRST_COMMANDS,
  isOfOneWord,
  knows,
  menuCommands,
  mostCharacters,
  takesPos,
  takesText,
  wordCommand,
} from "./commands.js";

test("the five first commands are known, and stand in a group by themselves", () => {
  const others = menuCommands().map(({ name }) => name);

  expect(FIRST_COMMANDS.filter((name) => !knows(name))).toEqual([]);
  expect(others.filter((name) => FIRST_COMMANDS.includes(name))).toEqual([]);
});

test("the menu offers every other command except those that people reach another way", () => {
  const offered = [...FIRST_COMMANDS, ...menuCommands().map(({ name }) => name)];

  expect(COMMANDS.map(({ name }) => name).filter((name) => !offered.includes(name))).toEqual([
    "map",
    "suggest",
    "etymology",
    "translate",
    "grammar",
  ]);
});

test("a command says what it needs", () => {
  expect(commandNamed("similarity")).toMatchObject({ needsWord: true, needsSecondWord: true });
  expect(commandNamed("random")).toMatchObject({ needsWord: false, takesPos: true });
  expect([takesPos("synonyms"), takesPos("pronunciation"), takesPos("help")]).toEqual([true, true, false]);
});

test("a command of a newer server is unknown, and takes no part of speech", () => {
  expect(commandNamed("newer")).toBeUndefined();
  expect([knows("newer"), takesPos("newer"), knows("")]).toEqual([false, false, false]);
});

test("an answer is a list of words unless its command says otherwise", () => {
  expect(["synonyms", "rhymes", "newer"].map(answersWithWords)).toEqual([true, true, true]);
  expect(["examples", "definition", "pos", "help"].some(answersWithWords)).toBe(false);
});

test("a command takes one word unless it allows more characters than a word has", () => {
  expect([mostCharacters("definition"), mostCharacters("reverse"), mostCharacters("newer")]).toEqual([
    100, 300, 100,
  ]);
  expect([takesText("definition"), takesText("reverse"), takesText("newer"), takesText("")]).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test("a tap on a word asks for its overview", () => {
  expect(wordCommand()).toBe("overview");
});

test("most commands are about one word; the others about two words or a text", () => {
  expect(["overview", "rhymes", "random"].filter(isOfOneWord)).toEqual(["overview", "rhymes", "random"]);
  expect(["similarity", "difference", "gloss", "reverse"].filter(isOfOneWord)).toEqual([]);
});
