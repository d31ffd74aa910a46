import { css } from "lit";

export const mapStyle = css`
  :host {
    display: block;
  }
  .noun {
    --part: var(--noun);
  }
  .verb {
    --part: var(--verb);
  }
  .adjective {
    --part: var(--adjective);
  }
  .adverb {
    --part: var(--adverb);
  }
  .frame {
    position: relative;
  }
  .frame > svg {
    display: block;
    inline-size: 100%;
    block-size: clamp(16rem, 58vh, 32rem);
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--paper);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  .frame > svg:active {
    cursor: grabbing;
  }
  .link {
    fill: none;
    stroke: var(--part, var(--edge));
    stroke-width: 1.4;
    opacity: 0.4;
  }
  .link.sense {
    stroke-width: 2;
    opacity: 0.65;
  }
  .link.antonyms {
    stroke: var(--bad);
    stroke-dasharray: 5 4;
  }
  .link.near {
    stroke-width: 2.6;
    opacity: 1;
  }
  .node {
    cursor: pointer;
    outline: none;
  }
  .node rect {
    fill: var(--card);
    stroke: var(--part, var(--edge));
    stroke-width: 1.4;
  }
  .node text {
    fill: var(--ink);
    font-family: var(--sans);
    font-size: 13px;
    pointer-events: none;
  }
  .word rect {
    fill: var(--accent);
    stroke: var(--accent);
  }
  .word text {
    fill: var(--on-accent);
    font-family: var(--serif);
    font-size: 18px;
    font-weight: 600;
  }
  .node.sense rect {
    fill: var(--part);
  }
  .node.sense text {
    fill: var(--card);
    font-weight: 700;
  }
  .node.marked rect,
  .node:focus-visible rect {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .node.dim {
    opacity: 0.5;
  }
  .buttons {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.5rem;
    display: grid;
    gap: 0.25rem;
  }
  .buttons button {
    inline-size: 2.1rem;
    block-size: 2.1rem;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
  }
  .buttons svg {
    display: block;
    margin: auto;
    inline-size: 1.1rem;
    block-size: 1.1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .note {
    margin: 0;
    color: var(--muted);
  }
  .note.over {
    position: absolute;
    inset: 50% 0 auto;
    text-align: center;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
    margin: 0.5rem 0 0;
    padding: 0;
    color: var(--muted);
    font-size: 0.85rem;
    list-style: none;
  }
  .legend li::before {
    content: "";
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--part);
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    margin-block-start: 0.5rem;
    padding: 0.5rem 0.8rem;
    border-radius: 8px;
    background: var(--tint);
    overflow-wrap: anywhere;
  }
  .hint {
    margin: 0.5rem 0;
    color: var(--muted);
    font-size: 0.82rem;
  }
  summary {
    min-block-size: 1.6rem;
    color: var(--accent);
    font-size: 0.9rem;
    cursor: pointer;
  }
  .outline,
  .outline ul {
    margin: 0.2rem 0;
    padding-inline-start: 1.2rem;
    font-size: 0.93rem;
  }
  .link {
    color: var(--accent);
  }
  button.link {
    min-block-size: 1.5rem;
    padding: 0 0.15em;
    border: none;
    background: none;
    opacity: 1;
    text-decoration: underline;
  }
  @media print {
    .buttons,
    .hint,
    .about {
      display: none;
    }
  }
`;
