import { css } from "lit";

export const roomsStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100dvh;
    background: var(--paper);
    color: var(--ink);
    font-family: var(--sans);
    font-size: 1rem;
    line-height: 1.45;
    text-align: start;
  }
  ww-door {
    flex: 1 1 auto;
    min-block-size: 0;
  }
  .column {
    max-inline-size: 52rem;
    margin-inline: auto;
    padding-inline: 1rem;
  }
  .foot {
    padding-block: 0.3rem max(0.8rem, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    margin-block: 0.4rem;
    padding: 0.45rem 0.9rem;
    border-inline-start: 4px solid var(--bad);
    border-radius: 6px;
    background: var(--bad-tint);
    font-size: 0.93rem;
    overflow-wrap: anywhere;
  }
  .typing {
    min-block-size: 1.3rem; /* kept free, so that nothing moves when somebody begins to write */
    margin: 0 0 0.2rem;
    overflow: hidden;
    color: var(--muted);
    font-size: 0.82rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-height: 26rem) {
    /* Zoomed in, or a phone on its side: the whole page scrolls, so that the text box hides nothing. */
    :host {
      block-size: auto;
      min-block-size: 100dvh;
    }
  }
  @media print {
    :host {
      display: block;
      block-size: auto;
      background: none;
    }
    .foot {
      display: none;
    }
  }
`;
