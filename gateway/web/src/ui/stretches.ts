/** The transcript in stretches of some exchanges: the browser passes over one out of sight as a whole. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Exchange } from "../model/conversation.js";

/** Exchanges in a stretch: a thousand of them are 40 stretches, each of which costs a screen or two of layout. */
const LENGTH = 25;

/** Draws exchanges in stretches. */
export function stretches(
  exchanges: readonly Exchange[],
  draw: (exchange: Exchange) => TemplateResult,
): TemplateResult[] {
  const starts = exchanges.flatMap((_, at) => (at % LENGTH === 0 ? [at] : []));
  return starts.map(
    (at) =>
      html`<div class="stretch">${repeat(exchanges.slice(at, at + LENGTH), ({ id }) => id, draw)}</div>`,
  );
}
