/** What the components tell each other; all cross shadow roots. */
import type { Question } from "../protocol.js";

/** Somebody tapped on a word or a suggestion. */
export class LookEvent extends Event {
  constructor(readonly question: Question) {
    super("ww-look", { bubbles: true, composed: true });
  }
}

/** Somebody points at a word or sense, in the text or in the map (an empty key: no longer). */
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

/** Returns the key by which text and map mean the same word. */
export function wordKey(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}

/** Returns the key by which text and map mean the same sense. */
export function senseKey(definition: string): string {
  return `= ${definition}`;
}
