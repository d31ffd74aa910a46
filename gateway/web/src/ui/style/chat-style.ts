import { css } from "lit";

export const chatStyle = css`
  :host([hidden]) {
    display: none;
  }
  :host([mode="page"]) {
    block-size: 100dvh;
  }
  :host([mode="inline"]) {
    block-size: var(--wordwire-height, 34rem);
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
    inset-block-end: 1.25rem;
    inset-inline-end: 1.25rem;
    z-index: var(--wordwire-z-index, 2147483000);
  }
  .bubble {
    inline-size: 3.75rem;
    block-size: 3.75rem;
    border: 2px solid var(--card);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.28);
    font-family: var(--serif);
    font-size: 1.7rem;
    font-weight: 700;
  }
  .panel {
    display: flex;
    flex-direction: column;
    inline-size: min(26rem, calc(100vw - 1rem));
    block-size: min(40rem, calc(100dvh - 2.5rem));
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    box-shadow: 0 16px 50px rgb(0 0 0 / 0.3);
  }
  .log .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.4rem;
    padding-block: 1.2rem;
  }
  .foot {
    padding-block-start: 0.7rem;
    background: var(--paper);
  }
  .notice {
    margin-block-end: 0.6rem;
  }
  .welcome {
    padding-block: clamp(0.5rem, 8vh, 5rem) 1rem;
    text-align: center;
  }
  .welcome p {
    margin: 0 auto 1.2rem;
    max-inline-size: 34rem;
    color: var(--muted);
  }
  .welcome .invitation {
    margin-block-end: 0.6rem;
    color: var(--ink);
    font-family: var(--serif);
    font-size: clamp(1.5rem, 5vw, 2.3rem);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .welcome .chips {
    justify-content: center;
    margin-block-end: 1.6rem;
  }
  .day .chip {
    margin-inline-start: 0.5em;
    font-family: var(--serif);
    font-size: 1.1rem;
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
    .foot {
      display: none;
    }
  }
`;
