/** The frame of the client and the rooms: background, scrolling part, the foot below it, and the notice there. */
import { css } from "lit";

export const frameStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--sans);
    font-size: var(--rem);
    line-height: 1.45;
    text-align: start;
  }
  .column {
    max-inline-size: calc(52 * var(--rem));
    margin-inline: auto;
    padding-inline: var(--rem);
  }
  .foot {
    padding-block-end: max(calc(0.8 * var(--rem)), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(0.4 * var(--rem)) var(--rem);
    padding: calc(0.45 * var(--rem)) calc(0.9 * var(--rem));
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    font-size: calc(0.93 * var(--rem));
    overflow-wrap: anywhere;
  }
  .calm {
    border-color: var(--accent);
    background: var(--tint);
  }
`;

/** A list that grows at its end. */
export const logStyle = css`
  .log {
    position: relative; /* keeps visually hidden parts inside, so that they lengthen no page */
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
`;
