import { css } from "lit";

export const composerStyle = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: 0.5rem;
  }
  .choices,
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  select {
    max-inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.15rem 0.5rem;
    border: 1px solid var(--edge);
    border-radius: 999px;
    background: var(--card);
    color: var(--ink);
    font-size: 0.9rem;
  }
  .box {
    position: relative;
    flex: 1 1 12rem;
    min-inline-size: 0;
  }
  .second {
    flex: 1 1 8rem;
    min-inline-size: 0;
  }
  .no-word {
    flex: 1;
    align-self: center;
    padding-inline-start: 0.5rem;
    font-family: var(--serif);
    font-size: 1.15rem;
  }
  [role="listbox"] {
    position: absolute;
    inset-block-end: calc(100% + 0.35rem);
    inset-inline: 0;
    z-index: 3;
    max-block-size: min(20rem, 45vh);
    overflow-y: auto;
    margin: 0;
    padding: 0.35rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: 0 10px 30px rgb(0 0 0 / 0.18);
    list-style: none;
  }
  [role="option"] {
    padding: 0.45rem 0.7rem;
    border-radius: 8px;
    cursor: pointer;
  }
  [role="option"]:hover,
  [aria-selected="true"] {
    background: var(--tint);
  }
  [aria-selected="true"] {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
