/** The reader's language and theme: chosen on one page, and kept for the others. */
import { forget, recall, remember } from "./preferences.js";

/** An element that fills a page, and reports choices by `ww-language-set` and `ww-theme-set`. */
interface Chooser extends HTMLElement {
  theme: string;
  /** The language in use, chosen or not. */
  readonly language: string;
}

export function keepChoices(element: Chooser): void {
  element.lang = recall("language");
  element.theme = recall("theme") || "auto";
  const follow = (): void => {
    document.documentElement.lang = element.language;
    document.documentElement.style.colorScheme = element.theme === "auto" ? "light dark" : element.theme;
  };
  follow();
  element.addEventListener("ww-language-set", (event) => {
    remember("language", (event as CustomEvent<string>).detail);
    follow();
  });
  element.addEventListener("ww-theme-set", (event) => {
    const theme = (event as CustomEvent<string>).detail;
    if (theme === "auto") forget("theme");
    else remember("theme", theme);
    follow();
  });
}
