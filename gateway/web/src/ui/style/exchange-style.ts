import { css } from "lit";

export const exchangeStyle = css`
  :host {
    display: block;
    container-type: inline-size;
    scroll-margin-block-start: 0.75rem;
  }
  h3 {
    inline-size: fit-content;
    max-inline-size: 85%;
    margin: 0 0 0.6rem;
    margin-inline-start: auto;
    padding: 0.5rem 1rem;
    border-radius: var(--radius);
    border-end-end-radius: 4px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 1rem;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  h3:focus {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .aspect {
    margin-inline-start: 0.5em;
    font-size: 0.85em;
    font-weight: 400;
  }
  .card {
    padding: 1rem 1.15rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    border-start-start-radius: 4px;
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
    gap: 0.2rem 0.75rem;
    margin-block-end: 0.6rem;
  }
  .headword {
    font-family: var(--serif);
    font-size: 1.75rem;
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .ipa {
    color: var(--muted);
  }
  .say {
    display: inline-flex;
    align-items: center;
    align-self: center;
    justify-content: center;
    min-inline-size: 2rem;
    padding: 0;
    color: var(--accent);
  }
  .doubt {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    margin: 0 0 0.4rem;
  }
  .doubt .chip {
    min-block-size: 2.75rem;
    padding-inline: 1.2em;
    border-color: var(--accent);
    font-size: 1rem;
  }
  .option {
    color: var(--muted);
    font-size: 0.88rem;
  }
  .text {
    margin: 0 0 0.8rem;
    line-height: 1.5;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .removed {
    margin: 0.7rem 0 0;
    color: var(--muted);
    font-size: 0.88rem;
    overflow-wrap: anywhere;
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: 0.7rem;
    margin: 0 0 0.3rem;
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
    margin: 0 0 0.7rem;
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    overflow-wrap: anywhere;
  }
  .error strong {
    color: var(--bad);
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.7rem;
    margin-block-start: 0.9rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--line);
  }
  .next > span {
    color: var(--muted);
    font-size: 0.85rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.25rem;
    margin-block-start: 0.4rem;
    margin-inline-end: -0.5rem;
  }
  .map-place {
    margin-block: 0.9rem 0.3rem;
  }
  @media print {
    .tools,
    .next {
      display: none;
    }
    .card {
      break-inside: avoid-page;
      border-color: #bbb;
    }
    h3 {
      margin-inline-start: 0;
      background: none;
      color: #000;
      padding-inline: 0;
      font-weight: 700;
    }
  }
`;
