import { css } from "lit";

export const chatStyle = css`
  :host([hidden]) {
    display: none;
  }
  :host([mode="page"]) {
    position: relative;
    inset-block-start: var(--above, 0);
    block-size: var(--visible, 100dvh);
  }
  :host([mode="inline"]) {
    block-size: var(--wordwire-height, calc(34 * var(--rem)));
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  :host([mode="bubble"]) {
    display: block;
    background: none;
  }
  .bubble,
  .panel {
    position: fixed;
    inset-block-end: calc(1.25 * var(--rem));
    inset-inline-end: calc(1.25 * var(--rem));
    z-index: var(--wordwire-z-index, 2147483000);
  }
  .panel {
    inset-block-end: calc(1.25 * var(--rem) + var(--below, 0px));
  }
  :host([position="left"]) :is(.bubble, .panel) {
    inset-inline: calc(1.25 * var(--rem)) auto;
  }
  .bubble {
    inline-size: calc(3.75 * var(--rem));
    block-size: calc(3.75 * var(--rem));
    border: 2px solid var(--card);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.28);
    font-family: var(--serif);
    font-size: calc(1.7 * var(--rem));
    font-weight: 700;
    text-align: center;
  }
  .panel {
    display: flex;
    flex-direction: column;
    inline-size: min(calc(26 * var(--rem)), 100vw - var(--rem));
    block-size: min(calc(40 * var(--rem)), calc(var(--visible, 100dvh) - calc(2.5 * var(--rem))));
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    box-shadow: 0 16px 50px rgb(0 0 0 / 0.3);
  }
  @media (max-width: 30rem) {
    /* A phone: the panel is the whole screen. */
    .panel,
    :host([position="left"]) .panel {
      inset: var(--above, 0) 0 auto;
      inline-size: auto;
      block-size: var(--visible, 100dvh);
      border: none;
      border-radius: 0;
    }
  }
  .log .column {
    padding-block: calc(1.2 * var(--rem));
  }
  /* A scroll bar that takes room takes it on both sides, so that the column stays under the head. */
  :host([mode="page"]) .log {
    scrollbar-gutter: stable both-edges;
  }
  /* Blocks, because a grid of a thousand answers is laid out anew for each question. */
  .stretch {
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(400 * var(--rem));
    overflow-clip-margin: calc(0.5 * var(--rem));
  }
  .log .column > * + *,
  .stretch > * + * {
    margin-block-start: calc(1.4 * var(--rem));
  }
  .foot {
    padding-block-start: calc(0.7 * var(--rem));
    background: var(--paper);
  }
  .notice {
    margin-block-end: calc(0.6 * var(--rem));
  }
  .welcome {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(19 * var(--rem))), 1fr));
    align-items: start;
    gap: calc(1.4 * var(--rem)) calc(3 * var(--rem));
    padding-block: var(--rem);
  }
  /* In the middle of its paper. */
  .log:has(.welcome) {
    align-content: safe center;
  }
  .welcome p {
    margin: 0 0 calc(0.6 * var(--rem));
    color: var(--muted);
  }
  .welcome .invitation {
    margin-block-end: calc(0.6 * var(--rem));
    color: var(--ink);
    font-family: var(--serif);
    font-size: clamp(calc(1.5 * var(--rem)), 5vw, calc(2.6 * var(--rem)));
    font-weight: 600;
    line-height: 1.1;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .welcome ul {
    margin: 0;
    padding: 0;
    border-block-end: 1px solid var(--line);
    list-style: none;
  }
  .welcome li > button,
  .day button {
    min-block-size: calc(2.6 * var(--rem));
    padding: 0;
    border: none;
    background: none;
    color: var(--link);
    font-family: var(--serif);
    font-size: calc(1.15 * var(--rem));
    text-align: start;
  }
  .welcome li > button {
    inline-size: 100%;
    border-block-start: 1px solid var(--line);
  }
  .welcome button:hover {
    text-decoration: underline;
  }
  .welcome .day {
    grid-column: 1 / -1;
    max-inline-size: calc(36 * var(--rem));
  }
  .day > [lang] {
    display: block;
    color: var(--ink);
    font-family: var(--serif);
    font-size: calc(1.0625 * var(--rem));
  }
  .day button {
    margin-inline-end: 0.2em;
    font-size: calc(1.6 * var(--rem));
    font-weight: 600;
  }
  @media (max-height: 26rem) and (pointer: fine), (max-height: 26rem) and (min-width: 30rem) {
    /* Zoomed in, or a phone on its side: the whole client scrolls, so that the text box hides nothing.
       (An upright phone with its keyboard open is as low, and must not lose its place.) */
    :host([mode="page"]) {
      block-size: auto;
      min-block-size: 100dvh;
    }
    :host([mode="page"]) .log {
      overflow: visible;
    }
  }
  @media print {
    :host([mode]),
    .log {
      display: block;
      block-size: auto;
      overflow: visible;
      border: none;
      background: none;
    }
    .foot,
    ww-star-list ~ :is(ww-head, .log) {
      display: none;
    }
  }
`;
