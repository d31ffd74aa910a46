import { css } from "lit";

export const chatStyle = css`
  :host([hidden]) {
    display: none;
  }
  :host([mode="page"]) {
    block-size: 100dvh;
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
  }
  .panel {
    display: flex;
    flex-direction: column;
    inline-size: min(calc(26 * var(--rem)), 100vw - var(--rem));
    block-size: min(calc(40 * var(--rem)), calc(100dvh - calc(2.5 * var(--rem))));
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
      inset: 0;
      inline-size: auto;
      block-size: 100dvh;
      border: none;
      border-radius: 0;
    }
  }
  .log .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(1.4 * var(--rem));
    padding-block: calc(1.2 * var(--rem));
  }
  .foot {
    padding-block-start: calc(0.7 * var(--rem));
    background: var(--paper);
  }
  .notice {
    margin-block-end: calc(0.6 * var(--rem));
  }
  .welcome {
    padding-block: clamp(calc(0.5 * var(--rem)), 8vh, calc(5 * var(--rem))) var(--rem);
    text-align: center;
  }
  .welcome p {
    margin: 0 auto calc(1.2 * var(--rem));
    max-inline-size: calc(34 * var(--rem));
    color: var(--muted);
  }
  .welcome .invitation {
    margin-block-end: calc(0.6 * var(--rem));
    color: var(--ink);
    font-family: var(--serif);
    font-size: clamp(calc(1.5 * var(--rem)), 5vw, calc(2.3 * var(--rem)));
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .welcome .chips {
    justify-content: center;
    margin-block-end: calc(1.6 * var(--rem));
  }
  .day .chip {
    margin-inline-start: 0.5em;
    font-family: var(--serif);
    font-size: calc(1.1 * var(--rem));
  }
  @media (max-height: 26rem) {
    /* Zoomed in, or a phone on its side: the whole client scrolls, so that the text box hides nothing. */
    :host([mode="page"]) {
      block-size: auto;
      min-block-size: 100dvh;
    }
    .log {
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
