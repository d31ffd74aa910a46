/** Text boxes, and the button that sends them. */
import { css } from "lit";

export const formStyle = css`
  input,
  textarea {
    min-block-size: 3rem;
    padding: 0.4rem 1rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font-size: max(1rem, 16px);
  }
  input {
    inline-size: 100%;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  [type="submit"] {
    min-block-size: 3rem;
    min-inline-size: 4.5rem;
    padding-inline: 1.2rem;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  [type="submit"]:hover {
    filter: brightness(1.1);
  }
`;
