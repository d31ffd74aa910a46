/** The language of the strings: the requested one, else the browser's first that we have, else English. */
import { en, type Strings as English } from "./en.js";
import type { Phrases } from "./sentences.js";
import type { Wording } from "./wording.js";

/** All texts of a language; another one than English words the answers, too. */
export type Strings = English & { wording?: Wording };

/** What the file of a language holds: `languages/ko.ts` makes Korean. */
export interface Language {
  strings: English;
  phrases: Phrases;
}

const PATH = /([^/]+)\.ts$/;
const files = import.meta.glob<{ default: Language }>("./languages/*.ts");
const loaders = new Map(Object.entries(files).map(([path, load]) => [PATH.exec(path)?.[1] ?? "", load]));
const loaded = new Map<string, Strings>([["en", en]]);

/** The codes of all languages. */
export const LANGUAGES: readonly string[] = ["en", ...loaders.keys()];

/** Returns the code of the best language we have for `wanted` (tags like `ko-KR`, best first). */
export function bestLanguage(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const code = tag?.toLowerCase().split("-")[0];
    if (code && LANGUAGES.includes(code)) return code;
  }
  return "en";
}

/** Returns the texts of a language, in English until loadLanguage() has them. */
export function stringsOf(code: string): Strings {
  return loaded.get(code) ?? en;
}

/** Loads a language, unless that has happened; then there is nothing to wait for. */
export function loadLanguage(code: string): Promise<void> | undefined {
  const load = loaders.get(code);
  if (!load || loaded.has(code)) return undefined;
  return Promise.all([load(), import("./wording.js")]).then(
    ([{ default: language }, { worded }]) => void loaded.set(code, worded(language)),
    () => undefined, // without the network, the page stays in English
  );
}

/** Returns the name of a language in itself. */
export function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
}
