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
    max-block-size: min(10rem, 40dvh);
    padding-block: 0.7rem;
    font-family: inherit;
    line-height: 1.4;
    resize: none;
    field-sizing: content; /* grows with its text; browsers without this property use the rows */
  }
  .ask {
    align-self: center;
    margin-inline-end: auto;
  }
`;
