import { css } from "lit";

export const statusStyle = css`
  :host {
    display: block;
    min-block-size: 100dvh;
    padding: 1.5rem 1rem 3rem;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--sans);
  }
  :host > * {
    max-inline-size: 40rem;
    margin-inline: auto;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  h1 {
    margin: 0;
    font-family: var(--serif);
    font-size: 1.7rem;
  }
  a {
    color: var(--accent);
  }
  .verdict {
    margin-block: 1.2rem;
    padding: 0.9rem 1.1rem;
    border: 1px solid var(--line);
    border-inline-start: 6px solid var(--muted);
    border-radius: 10px;
    background: var(--card);
    font-size: 1.15rem;
  }
  .verdict.up {
    border-inline-start-color: var(--adverb);
  }
  .verdict.down,
  .verdict.away,
  .verdict.draining {
    border-inline-start-color: var(--bad);
  }
  .reasons {
    color: var(--bad);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.8rem;
  }
  dl > div {
    padding: 0.8rem 1rem;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--card);
  }
  dt {
    color: var(--muted);
    font-size: 0.88rem;
  }
  dd {
    margin: 0;
    font-size: 1.8rem;
    font-variant-numeric: tabular-nums;
  }
  table {
    inline-size: 100%;
    margin-block-start: 1.6rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 0.5rem;
    color: var(--muted);
    text-align: start;
  }
  th,
  td {
    padding: 0.45rem 0.6rem;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
  }
  th:first-child {
    text-align: start;
  }
`;
