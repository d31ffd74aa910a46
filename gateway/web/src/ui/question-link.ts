/** A question to follow: a link on the full page, else a button, or a link to the dictionary's own page. */
import { html, type TemplateResult } from "lit";
import { rootPath, toQuery } from "../model/questions.js";
import type { Question } from "../protocol.js";

export type Label = string | TemplateResult;

export interface Place {
  /** Whether the page's address can hold the question. */
  links: boolean;
  /** The dictionary's address, on any other page: the question then opens there, in a new tab. */
  dictionary: string;
  look: () => unknown;
  point: (() => void) | undefined;
  leave: () => void;
}

export function questionLink(question: Question, text: Label, style: string, place: Place): TemplateResult {
  const { links, dictionary, point, leave } = place;
  const look = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return; // a new tab or window, as the reader wishes
    event.preventDefault();
    place.look();
  };
  const address = (dictionary || rootPath()) + toQuery(question);
  if (dictionary) return html`<a class=${style} href=${address} target="_blank" rel="noopener">${text}</a>`;
  // A blank inside the button would stand before the comma after its word.
  // prettier-ignore
  return links
    ? html`<a class=${style} href=${address} @click=${look} @pointerenter=${point} @pointerleave=${leave}
        >${text}</a
      >`
    : html`<button type="button" class=${style} @click=${look} @pointerenter=${point} @pointerleave=${leave}
        >${text}</button
      >`;
}
