/** The language of the strings: the requested one, else the browser's first that we have, else English. */
import { en, type Strings } from "./en.js";
import { ko } from "./ko.js";

export type { Strings };

export const LANGUAGES: Readonly<Record<string, Strings>> = { en, ko };

/** Returns the code of the best language we have for `wanted` (tags like `ko-KR`, best first). */
export function bestLanguage(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const code = tag?.toLowerCase().split("-")[0];
    if (code && code in LANGUAGES) return code;
  }
  return "en";
}

export function stringsOf(code: string): Strings {
  return LANGUAGES[code] ?? en;
}
