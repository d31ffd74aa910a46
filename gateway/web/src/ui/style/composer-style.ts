import { css } from "lit";

export const composerStyle = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--rem));
  }
  select {
    max-inline-size: calc(13 * var(--rem));
    min-block-size: calc(3 * var(--rem));
    padding: calc(0.15 * var(--rem)) calc(0.5 * var(--rem));
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
    font-size: calc(0.9 * var(--rem));
  }
  .menu {
    position: relative;
  }
  /* On phones one row must do, so plain English is only a sign; menus have a row, and the button is beside a box. */
  @container (max-width: 480px) {
    .menu:not(.plain) {
      flex: 1 1 40%;
    }
    .menu:not(.plain) select {
      inline-size: 100%;
      max-inline-size: none;
    }
    .line > select {
      flex: none;
    }
    .menu:not(.plain) ~ :is(.box, .no-word) {
      flex-basis: 60%;
    }
  }
  @media not (forced-colors: active) {
    @container (max-width: 480px) {
      .plain::after {
        content: "☰";
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--muted);
        font-size: calc(1.2 * var(--rem));
        pointer-events: none;
      }
      .plain select {
        inline-size: calc(3 * var(--rem));
        appearance: none;
        color: transparent;
      }
      option,
      optgroup {
        color: var(--ink);
      }
    }
  }
  .box {
    position: relative;
    flex: 1 1 calc(8 * var(--rem));
    min-inline-size: 0;
  }
  .second {
    flex: 1 1 calc(8 * var(--rem));
    min-inline-size: 0;
  }
  .no-word {
    flex: 1;
    align-self: center;
    padding-inline-start: calc(0.5 * var(--rem));
    font-family: var(--serif);
    font-size: calc(1.15 * var(--rem));
  }
  [role="listbox"] {
    position: absolute;
    inset-block-end: calc(100% + calc(0.35 * var(--rem)));
    inset-inline: 0;
    z-index: 3;
    max-block-size: min(calc(20 * var(--rem)), 45vh);
    overflow-y: auto;
    margin: 0;
    padding: calc(0.35 * var(--rem));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    box-shadow: 0 10px 30px rgb(0 0 0 / 0.18);
    list-style: none;
  }
  [role="option"] {
    padding: calc(0.45 * var(--rem)) calc(0.7 * var(--rem));
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
