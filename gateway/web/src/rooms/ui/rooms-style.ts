import { css } from "lit";

export const roomsStyle = css`
  :host {
    block-size: 100dvh;
  }
  ww-door {
    flex: 1 1 auto;
    min-block-size: 0;
  }
  .foot {
    padding-block-start: 0.3rem;
  }
  .notice {
    margin-block: 0.4rem;
  }
  .typing {
    min-block-size: 1.3rem; /* reserved, so that nothing moves when somebody begins to type */
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
