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
    block-size: clamp(calc(16 * var(--rem)), 58vh, calc(32 * var(--rem)));
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
    inset-block-start: calc(0.5 * var(--rem));
    inset-inline-end: calc(0.5 * var(--rem));
    display: grid;
    gap: calc(0.25 * var(--rem));
  }
  .buttons button {
    inline-size: calc(2.1 * var(--rem));
    block-size: calc(2.1 * var(--rem));
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
  }
  .buttons svg {
    display: block;
    margin: auto;
    inline-size: calc(1.1 * var(--rem));
    block-size: calc(1.1 * var(--rem));
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
    gap: calc(0.2 * var(--rem)) var(--rem);
    margin: calc(0.5 * var(--rem)) 0 0;
    padding: 0;
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
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
    gap: calc(0.4 * var(--rem)) var(--rem);
    margin-block-start: calc(0.5 * var(--rem));
    padding: calc(0.5 * var(--rem)) calc(0.8 * var(--rem));
    border-radius: 8px;
    background: var(--tint);
    overflow-wrap: anywhere;
  }
  .hint {
    margin: calc(0.5 * var(--rem)) 0;
    color: var(--muted);
    font-size: calc(0.82 * var(--rem));
  }
  summary {
    min-block-size: calc(1.6 * var(--rem));
    color: var(--accent);
    font-size: calc(0.9 * var(--rem));
    cursor: pointer;
  }
  .outline,
  .outline ul {
    margin: calc(0.2 * var(--rem)) 0;
    padding-inline-start: calc(1.2 * var(--rem));
    font-size: calc(0.93 * var(--rem));
  }
  .link {
    color: var(--accent);
  }
  button.link {
    min-block-size: calc(1.5 * var(--rem));
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
