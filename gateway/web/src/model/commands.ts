/** The commands that the client knows, from the server's catalogue (`make web` writes it). */
import list from "../commands.json";

export interface Command {
  name: string;
  title: string;
  needsWord: boolean;
  needsSecondWord: boolean;
  takesPos: boolean;
  inMenu: boolean;
  givesWords: boolean;
  /** The most characters of its word. */
  mostCharacters: number;
}

/** The most characters of one word, or of one of several. */
export const LONGEST_WORD = 100;

export const COMMANDS: readonly Command[] = list;

/** The five commands that Wordwire has had from the start; they come first in the menu. */
export const FIRST_COMMANDS: readonly string[] = ["definition", "synonyms", "examples", "pos", "lemmatizer"];

export function commandNamed(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}

export function knows(name: string): boolean {
  return commandNamed(name) !== undefined;
}

export function menuCommands(): Command[] {
  return COMMANDS.filter(({ name, inMenu }) => inMenu && !FIRST_COMMANDS.includes(name));
}

export function takesPos(name: string): boolean {
  return commandNamed(name)?.takesPos ?? false;
}

export function answersWithWords(name: string): boolean {
  return commandNamed(name)?.givesWords ?? true;
}

export function mostCharacters(name: string): number {
  return commandNamed(name)?.mostCharacters ?? LONGEST_WORD;
}

/** Returns whether a command takes a description or a text in place of a word. */
export function takesText(name: string): boolean {
  return mostCharacters(name) > LONGEST_WORD;
}

/** Returns the command of a tap on a word: an overview, if there is that command. */
export function wordCommand(): string {
  return knows("overview") ? "overview" : "definition";
}

/** Whether a command answers about one word, rather than two or a text. */
export function isOfOneWord(command: string): boolean {
  return !takesText(command) && commandNamed(command)?.needsSecondWord !== true;
}
