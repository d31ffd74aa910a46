/** The commands that the menu offers. commands.json is written from the server's own catalogue. */
import list from "../commands.json";

export interface Command {
  name: string;
  needsWord: boolean;
  needsSecondWord: boolean;
  takesPos: boolean;
}

export const COMMANDS: readonly Command[] = list;

/** The five that every Wordwire has had from the start; they come first in the menu. */
export const FIRST_COMMANDS: readonly string[] = ["definition", "synonyms", "examples", "pos", "lemmatizer"];

/** Commands that are for machines, or that the client offers in another way. */
const NOT_IN_MENU = new Set(["suggest", "map"]);

/** Commands whose answer is a list of words, each of which can be looked up. */
const NOT_WORDS = new Set(["examples", "definition", "pos", "pronunciation", "help"]);

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}

export function knows(name: string): boolean {
  return commandNamed(name) !== undefined;
}

export function menuCommands(): Command[] {
  return COMMANDS.filter(({ name }) => !FIRST_COMMANDS.includes(name) && !NOT_IN_MENU.has(name));
}

export function takesPos(name: string): boolean {
  return commandNamed(name)?.takesPos ?? false;
}

export function answersWithWords(name: string): boolean {
  return !NOT_WORDS.has(name);
}

/** What a tap on a word asks: everything about it, where the server can tell. */
export function wordCommand(): string {
  return knows("overview") ? "overview" : "definition";
}
