/** Hands out the address of a word's page: by the system's own dialog where there is one, else to the clipboard. */
import { html, type TemplateResult } from "lit";
import { readable, wordAddress } from "../model/questions.js";
import type { Answered } from "../protocol.js";
import { copyText } from "./clipboard.js";

/** Draws a button that hands out the page of the word of a reply. */
export function shareButton(
  { word, lemma = word }: Answered,
  label: string,
  report: (copying: Promise<boolean | undefined>) => unknown,
): TemplateResult {
  const go = (): unknown => report(share(wordAddress(lemma), readable(lemma)));
  return html`<button type="button" class="quiet" @click=${go}>${label}</button>`;
}

/** Returns whether the address was copied; undefined if the system's dialog took it, or the reader closed that. */
async function share(url: string, title: string): Promise<boolean | undefined> {
  if (!("share" in navigator)) return copyText(url);
  try {
    await navigator.share({ url, title });
    return undefined;
  } catch (error) {
    return (error as Error).name === "AbortError" ? undefined : copyText(url);
  }
}
