import { css } from "lit";

export const sayBoxStyle = css`
  :host {
    display: block;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 0.5rem;
  }
  textarea {
    flex: 1 1 16rem;
    min-inline-size: 0;
    min-block-size: 3rem;
    max-block-size: min(10rem, 40dvh);
    padding: 0.7rem 1rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-size: max(1rem, 16px);
    line-height: 1.4;
    resize: none;
    field-sizing: content; /* grows with what is written; elsewhere with its lines, by its rows */
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .ask {
    align-self: center;
    margin-inline-end: auto;
  }
  .send {
    min-block-size: 3rem;
    min-inline-size: 4.5rem;
    padding-inline: 1.2rem;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .send:hover {
    filter: brightness(1.1);
  }
`;
