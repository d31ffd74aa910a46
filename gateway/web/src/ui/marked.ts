/** Examples with the word that they are of in bold, so that a reader sees its use at a glance. */
import { html, type TemplateResult } from "lit";
import { formsOf } from "../model/forms.js";

/** Returns `text` with every form of `words` marked. */
export function marked(text: string, words: string[]): (string | TemplateResult)[] {
  return text.split(formsOf(words)).map((part, at) => (at % 2 ? html`<b>${part}</b>` : part));
}
