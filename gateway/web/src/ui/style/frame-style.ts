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
    font-size: 1rem;
    line-height: 1.45;
    text-align: start;
  }
  .column {
    max-inline-size: 52rem;
    margin-inline: auto;
    padding-inline: 1rem;
  }
  .foot {
    padding-block-end: max(0.8rem, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    padding: 0.45rem 0.9rem;
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    font-size: 0.93rem;
    overflow-wrap: anywhere;
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
