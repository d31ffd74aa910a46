/** The forms of words in a sentence, by the rules of regular inflection. */
import { readable } from "./questions.js";

/** Returns an expression that matches any of `words` with its regular endings, as its only group. */
export function formsOf(words: string[]): RegExp {
  const forms = words.map(readable).filter(Boolean).map(formsOfOne).join("|");
  return new RegExp(`(?<![\\p{L}\\d])(${forms || "(?!)"})(?![\\p{L}\\d])`, "giu");
}

/** Any of several words may have an ending: "looked up", "hot dogs". */
function formsOfOne(words: string): string {
  return words.split(" ").map(regular).join("[\\s-]+");
}

function regular(word: string): string {
  const last = word.slice(-1);
  const stem = escaped(word.slice(0, -1));
  const others = /[a-z]/i.test(last)
    ? [`${escaped(word)}${last}(?:ed|ing|er|est)`, ...(/[ey]/i.test(last) ? [endings(stem, last)] : [])]
    : [];
  return `(?:${[`${escaped(word)}(?:e?s|e?d|ing|er|est|['’]s)?`, ...others].join("|")})`;
}

function endings(stem: string, last: string): string {
  return last.toLowerCase() === "y" ? `${stem}i(?:es|ed|er|est)` : `${stem}(?:ing|er|est)`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
