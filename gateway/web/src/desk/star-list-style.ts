import { css } from "lit";

export const starListStyle = css`
  dialog {
    inline-size: min(calc(46 * var(--rem)), 100%);
    max-block-size: 90dvh;
    padding: 0 var(--rem) var(--rem);
    scroll-padding-block-start: calc(6 * var(--rem)); /* nothing that has the focus hides below the heading */
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--card);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  header {
    position: sticky;
    inset-block-start: 0;
    padding-block: var(--rem) calc(0.25 * var(--rem));
    background: var(--card);
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(0.25 * var(--rem)) calc(0.6 * var(--rem));
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--rem));
    margin-inline: auto calc(-0.6 * var(--rem));
  }
  h2 {
    margin: 0;
    font-family: var(--serif);
    font-size: calc(1.35 * var(--rem));
  }
  .count {
    color: var(--muted);
    font-size: calc(0.88 * var(--rem));
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: baseline;
    gap: calc(0.5 * var(--rem));
    border-block-start: 1px solid var(--line);
  }
  li p {
    flex: 1;
    margin-block: calc(0.5 * var(--rem));
    overflow-wrap: anywhere;
  }
  .word {
    display: inline-block;
    min-block-size: 24px;
    min-inline-size: 24px;
    color: var(--link);
    font-family: var(--serif);
    font-size: calc(1.1 * var(--rem));
    font-weight: 600;
  }
  .dropped p {
    text-decoration: line-through;
  }
  @media print {
    dialog {
      position: absolute;
      inset: 0 auto auto 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: none;
      overflow: visible;
      border: none;
      padding: 0;
    }
    header {
      position: static;
    }
    button,
    .dropped {
      display: none;
    }
    li {
      break-inside: avoid;
    }
    .word {
      color: inherit;
      text-decoration: none;
    }
  }
`;
