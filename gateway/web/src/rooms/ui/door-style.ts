import { css } from "lit";

export const doorStyle = css`
  :host {
    display: block;
    overflow-y: auto;
    padding: clamp(1rem, 8vh, 5rem) 1rem 2rem;
  }
  section {
    max-inline-size: 27rem;
    margin-inline: auto;
  }
  h2 {
    margin: 0 0 0.6rem;
    font-family: var(--serif);
    font-size: clamp(1.5rem, 5vw, 2.3rem);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  p {
    margin: 0 0 1.2rem;
    color: var(--muted);
  }
  form {
    display: grid;
    gap: 1rem;
    padding: 1.3rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
  }
  label {
    display: grid;
    gap: 0.3rem;
    font-size: 0.93rem;
    font-weight: 600;
  }
  input {
    font-weight: 400;
  }
  .refusal {
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    color: var(--ink);
  }
  .another {
    margin-block: 1.2rem 0;
  }
  a {
    display: inline-block;
    padding-block: 0.2rem;
    color: var(--accent);
  }
`;
