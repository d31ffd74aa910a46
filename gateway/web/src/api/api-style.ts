import { css } from "lit";

export const apiStyle = css`
  :host {
    display: block;
    min-block-size: 100dvh;
    padding: 1.5rem 1rem 3rem;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--sans);
  }
  :host > * {
    max-inline-size: 46rem;
    margin-inline: auto;
  }
  h1 {
    font-family: var(--serif);
  }
  a {
    color: var(--accent);
  }
  form {
    display: grid;
    gap: 0.7rem;
  }
  label {
    display: grid;
    gap: 0.2rem;
  }
  small,
  dd {
    color: var(--muted);
  }
  input,
  select,
  button {
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
  }
  button {
    border: 0;
    background: var(--accent);
    color: var(--on-accent);
  }
  pre {
    overflow: auto;
    max-block-size: 60vh;
    padding: 0.9rem 1.1rem;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--card);
    white-space: pre-wrap;
  }
  dt {
    margin-block-start: 0.6rem;
    font-weight: 600;
  }
  dt:target {
    color: var(--accent);
  }
`;
