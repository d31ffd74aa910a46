/** Text boxes, and the button that sends them. */
import { css } from "lit";

export const formStyle = css`
  input,
  textarea {
    min-block-size: calc(3 * var(--rem));
    padding: calc(0.4 * var(--rem)) var(--rem);
    border: 1.5px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font-size: max(var(--rem), 16px);
  }
  input {
    inline-size: 100%;
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
    unicode-bidi: plaintext; /* its full stops stay at the end on pages of the other direction */
  }
  [type="submit"] {
    min-block-size: calc(3 * var(--rem));
    min-inline-size: calc(4.5 * var(--rem));
    padding-inline: calc(1.2 * var(--rem));
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
