import { css } from "lit";

export const roomBarStyle = css`
  :host {
    display: block;
    border-block-end: 1px solid var(--line);
    background: var(--card);
  }
  .bar,
  ul {
    max-inline-size: 52rem;
    margin-inline: auto;
    padding: 0.35rem 1rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 0.8rem;
  }
  h2 {
    flex: 1 1 9rem;
    min-inline-size: 0;
    margin: 0;
    font-size: 1.05rem;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.15rem;
  }
  .people {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .people .face {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    font-size: 0.75rem;
  }
  .people .face + .face {
    margin-inline-start: -0.45rem;
  }
  .list {
    max-block-size: min(16rem, 35dvh);
    overflow-y: auto;
    border-block-start: 1px solid var(--line);
  }
  .list:focus-visible {
    outline-offset: -3px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0.5rem 1rem;
    padding-block: 0.7rem;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  li > bdi {
    min-inline-size: 0;
  }
  @media print {
    .tools {
      display: none;
    }
  }
  .you {
    color: var(--muted);
  }
`;
