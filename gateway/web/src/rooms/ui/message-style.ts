import { css } from "lit";

export const messageStyle = css`
  .message {
    display: flex;
    gap: 0.6rem;
    max-inline-size: 100%;
    margin-block-start: 1rem;
    border-radius: var(--radius);
    animation: arrive 0.18s ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(5px);
    }
  }
  .continued {
    margin-block-start: 0.2rem;
  }
  .said {
    min-inline-size: 0;
    max-inline-size: min(85%, 38rem);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    margin: 0 0 0.2rem;
    font-size: 0.85rem;
    overflow-wrap: anywhere;
  }
  .name {
    min-inline-size: 0;
    color: var(--hue, var(--accent));
    font-weight: 600;
  }
  time {
    color: var(--muted);
    font-size: 0.75rem;
  }
  .badge {
    color: var(--muted);
    font-size: 0.75rem;
  }
  .text {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: 0;
    padding: 0.5rem 0.95rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    border-start-start-radius: 4px;
    background: var(--card);
    line-height: 1.4;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .face.bot {
    border-radius: 9px;
    background: var(--accent);
    color: var(--on-accent);
    font-family: var(--serif);
  }
  .continued .face {
    visibility: hidden;
    block-size: 0;
  }
  .mine {
    justify-content: flex-end;
  }
  .mine .face,
  .mine .name {
    display: none;
  }
  .mine .said {
    display: grid;
    justify-items: end;
  }
  .mine .text {
    border-color: transparent;
    border-start-start-radius: var(--radius);
    border-end-end-radius: 4px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .kept .text {
    border: 1px dashed var(--accent);
    background: var(--card);
    color: var(--ink);
  }
  .waits {
    margin: 0.2rem 0 0.3rem;
    color: var(--muted);
    font-size: 0.85rem;
  }
  .waits[role="alert"] {
    color: var(--bad);
  }
  .bot .said {
    flex: 1;
    max-inline-size: 44rem;
  }
  .card {
    container-type: inline-size;
    padding: 0.8rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    border-start-start-radius: 4px;
    background: var(--card);
  }
  .card > * + * {
    margin-block-start: 0.6rem;
  }
  .card .text {
    padding: 0;
    border: none;
    border-radius: 0;
    background: none;
    line-height: 1.5;
  }
  .card .error {
    padding-inline-start: 0.8rem;
    border-inline-start: 4px solid var(--bad);
  }
  .to {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.4em;
    margin: 0;
    color: var(--muted);
    font-size: 0.85rem;
  }
  .link {
    min-block-size: 1.5rem; /* WCAG 2.2: targets of 24 px */
    max-inline-size: 100%;
    overflow: hidden;
    padding: 0;
    border: none;
    background: none;
    color: var(--accent);
    font-size: inherit;
    text-align: start;
    text-decoration: underline;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.1rem 1rem;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.7rem;
    margin: 0;
    font: inherit;
  }
  .headword {
    font-family: var(--serif);
    font-size: 1.4rem;
    font-weight: 600;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .option {
    color: var(--muted);
    font-size: 0.85rem;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    color: var(--accent);
    font-size: 0.93rem;
    cursor: pointer;
  }
  details[open] summary {
    margin-block-end: 0.6rem;
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.7rem;
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--line);
  }
  .next > span {
    color: var(--muted);
    font-size: 0.85rem;
  }
  .next .chips {
    column-gap: 1rem;
  }
  .next .chip {
    min-block-size: 1.75rem;
    padding-inline: 0;
    border-color: transparent; /* which forced colours show */
    background: none;
    font-size: 0.85rem;
  }
  .next .chip:hover {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  header a {
    padding-block: 0.2rem;
    color: var(--accent);
    font-size: 0.88rem;
  }
  @media print {
    .next,
    header a {
      display: none;
    }
    .mine .text {
      border-color: #bbb;
      background: none;
      color: #000; /* browsers print no backgrounds, and white on white is invisible */
    }
    .text,
    .card {
      break-inside: avoid-page;
    }
  }
  @media (max-width: 27rem) {
    .face {
      display: none; /* the name says it, and the width is needed */
    }
    .said,
    .bot .said {
      max-inline-size: 92%;
    }
  }
`;
