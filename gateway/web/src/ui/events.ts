/** The events between the components; all cross shadow roots. */
import type { Question } from "../protocol.js";

/** The user tapped a word or a suggestion. */
export class LookEvent extends Event {
  constructor(readonly question: Question) {
    super("ww-look", { bubbles: true, composed: true });
  }
}

/** The user points at a word or sense, in the text or on the map (an empty key: no longer). */
export class PointEvent extends Event {
  constructor(readonly key: string) {
    super("ww-point", { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "ww-look": LookEvent;
    "ww-point": PointEvent;
  }
}

/** Returns the key that text and map share for a word. */
export function wordKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}

/** Returns the key that text and map share for a sense. */
export function senseKey(definition: string): string {
  return `= ${definition}`;
}
