import { css } from "lit";

export const roomLogStyle = css`
  :host {
    position: relative;
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }
  .column {
    max-inline-size: 52rem;
    margin-inline: auto;
    padding: 1rem;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .older {
    margin: 0 0 0.5rem;
    text-align: center;
  }
  .aside {
    margin-block-start: 0.9rem;
    color: var(--muted);
    font-size: 0.85rem;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .empty {
    padding-block: clamp(0.5rem, 8vh, 4rem) 1rem;
    text-align: center;
  }
  .empty p {
    margin: 0 auto 1rem;
    max-inline-size: 34rem;
    color: var(--muted);
  }
  .empty .invitation {
    color: var(--ink);
    font-family: var(--serif);
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.2;
  }
  .empty .chips {
    justify-content: center;
  }
  .unseen {
    position: absolute;
    inset-block-end: 0.8rem;
    inset-inline: 0;
    inline-size: fit-content;
    min-block-size: 2.4rem;
    margin-inline: auto;
    padding-inline: 1.1em;
    border: 1px solid var(--card);
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.28);
    font-size: 0.93rem;
    font-weight: 600;
  }
  @media print {
    :host,
    .log {
      display: block;
      overflow: visible;
    }
    .older,
    .unseen {
      display: none;
    }
  }
  @media (max-height: 26rem) {
    /* Zoomed in, or a phone on its side: the whole page scrolls, so that the text box hides nothing. */
    .log {
      min-block-size: 16rem;
    }
  }
`;
