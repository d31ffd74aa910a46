import { css } from "lit";

export const exchangeStyle = css`
  :host {
    display: block;
    container-type: inline-size;
    /* Answers out of sight cost no layout and no paint, so that a long conversation stays quick. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(20 * var(--rem));
    overflow-clip-margin: calc(0.5 * var(--rem));
    scroll-margin-block-start: calc(0.75 * var(--rem));
  }
  h3 {
    inline-size: fit-content;
    max-inline-size: 85%;
    margin: 0 0 calc(0.5 * var(--rem));
    margin-inline-start: auto;
    padding-inline-end: calc(0.6 * var(--rem));
    border-inline-end: 3px solid var(--accent);
    color: var(--link);
    font-family: var(--serif);
    font-size: calc(1.0625 * var(--rem));
    font-style: italic;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  h3:focus {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .aspect {
    margin-inline-start: 0.5em;
    font-family: var(--sans);
    font-size: 0.8em;
    font-style: normal;
    font-weight: 400;
  }
  .card {
    padding: var(--rem) calc(1.15 * var(--rem)) calc(0.5 * var(--rem));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    animation: arrive 0.22s ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(0.2 * var(--rem)) calc(0.75 * var(--rem));
    margin-block-end: calc(0.6 * var(--rem));
  }
  .headword {
    font-family: var(--serif);
    font-size: min(calc(2.4 * var(--rem)), 10cqi); /* "sesquipedalian" fits into narrow phones */
    font-weight: 600;
    line-height: 1.05;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  .unbroken {
    white-space: nowrap;
  }
  .sound {
    display: flex;
    align-items: baseline;
    gap: calc(0.75 * var(--rem));
  }
  .ipa {
    color: var(--muted);
    font-family: var(--serif);
    font-size: calc(1.1 * var(--rem));
  }
  .say {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: calc(2 * var(--rem));
    margin-inline-start: calc(-0.5 * var(--rem));
    padding: 0;
    color: var(--link);
  }
  .doubt {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.6 * var(--rem));
    margin: 0 0 calc(0.4 * var(--rem));
  }
  .doubt .chip {
    min-block-size: calc(2.75 * var(--rem));
    padding-inline: 1.2em;
    border-color: var(--accent);
    font-size: var(--rem);
  }
  .option {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
  }
  .headword ~ .option {
    margin-inline-start: auto; /* as the running head of a page */
  }
  .option + .option {
    margin-inline-start: 0;
  }
  .text {
    max-inline-size: 36em;
    margin: 0 0 calc(0.6 * var(--rem));
    line-height: 1.45;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .removed {
    margin: calc(0.7 * var(--rem)) 0 0;
    color: var(--muted);
    font-size: calc(0.88 * var(--rem));
    overflow-wrap: anywhere;
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: calc(0.7 * var(--rem));
    margin: 0 0 calc(0.3 * var(--rem));
    color: var(--muted);
  }
  .dots {
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--accent);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.25;
    }
    30% {
      opacity: 1;
    }
  }
  .error {
    margin: 0 0 calc(0.7 * var(--rem));
    padding: calc(0.6 * var(--rem)) calc(0.9 * var(--rem));
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    overflow-wrap: anywhere;
  }
  .error strong {
    color: var(--bad);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(0.3 * var(--rem)) calc(0.7 * var(--rem));
    margin-block-start: calc(0.7 * var(--rem));
    padding-block-start: calc(0.5 * var(--rem));
    border-block-start: 1px solid var(--line);
  }
  footer:empty {
    display: none;
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.4 * var(--rem)) calc(0.7 * var(--rem));
  }
  .next .chips {
    column-gap: var(--rem);
  }
  .next .chip {
    min-block-size: calc(1.75 * var(--rem));
    min-inline-size: calc(1.75 * var(--rem));
    padding-inline: 0;
    border-color: transparent; /* which forced colours show */
    background: none;
    font-size: calc(0.85 * var(--rem));
  }
  .next .chip:hover {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  @media (forced-colors: active) {
    .next .chip {
      padding-inline: 0.7em;
    }
  }
  .next > span {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--rem));
    margin-inline: auto calc(-0.5 * var(--rem));
  }
  .map-place {
    margin-block: calc(0.9 * var(--rem)) calc(0.3 * var(--rem));
  }
  @media print {
    footer,
    .say,
    h3:has(+ .card > header > .headword) {
      display: none; /* as in a dictionary, where the headword says it all */
    }
    .card {
      padding: 0;
      border: none;
      background: none;
    }
    h3 {
      margin-inline-start: 0;
      border: none;
      color: #000;
    }
  }
`;
