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
    touch-action: pan-y; /* a finger on the map scrolls the page, until the reader zooms or moves the map */
    user-select: none;
  }
  .frame > svg.moved,
  :host(.full) .frame > svg {
    touch-action: none;
  }
  .frame > svg:active {
    cursor: grabbing;
  }
  .line {
    fill: none;
    stroke: color-mix(
      in oklab,
      var(--ink) 20%,
      light-dark(oklch(0.55 0.17 var(--hue)), oklch(0.76 0.14 var(--hue)))
    );
    stroke-width: 1.6;
  }
  .line.sense {
    stroke: var(--edge);
    stroke-width: 2.2;
  }
  .line.dim {
    opacity: 0.4;
  }
  .line.near {
    stroke-width: 3;
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
  /* Opaque, so that no line shows through a label. */
  .node.dim rect {
    stroke: color-mix(in oklab, var(--part, var(--edge)) 50%, var(--paper));
  }
  .node.lemma.dim text {
    fill: color-mix(in oklab, var(--ink) 65%, var(--card));
  }
  .node.sense.dim rect {
    fill: color-mix(in oklab, var(--part) 60%, var(--paper));
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.25 * var(--rem));
    margin-block-end: calc(0.4 * var(--rem));
  }
  .count {
    flex: 1;
    margin: 0;
    color: var(--muted);
    font-size: calc(0.88 * var(--rem));
  }
  .bar button {
    inline-size: calc(2.1 * var(--rem));
    block-size: calc(2.1 * var(--rem));
    padding: 0;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
  }
  .bar svg {
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
    margin: calc(0.5 * var(--rem)) 0;
    padding: 0;
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
    list-style: none;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  .legend svg {
    inline-size: 36px;
    block-size: 8px;
  }
  .legend .line {
    stroke-width: 2.4;
  }
  .part::before {
    content: "";
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
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
  .about:empty {
    display: none;
  }
  .hint {
    margin: calc(0.5 * var(--rem)) 0;
    color: var(--muted);
    font-size: calc(0.82 * var(--rem));
  }
  summary {
    min-block-size: calc(1.6 * var(--rem));
    color: var(--link);
    font-size: calc(0.9 * var(--rem));
    cursor: pointer;
  }
  .outline,
  .outline ul {
    margin: calc(0.2 * var(--rem)) 0;
    padding-inline-start: calc(1.2 * var(--rem));
    font-size: calc(0.93 * var(--rem));
  }
  .named {
    min-block-size: calc(1.5 * var(--rem));
    padding: 0 0.15em;
    border: none;
    background: none;
    color: var(--link);
    text-decoration: underline;
  }
  :host(.full) {
    position: fixed;
    inset: 0;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: calc(0.6 * var(--rem)) max(calc(0.8 * var(--rem)), env(safe-area-inset-left));
    border: none;
    background: var(--card);
    color: var(--ink);
    overflow: auto;
  }
  :host(.full) .frame {
    flex: 1;
    min-block-size: calc(12 * var(--rem));
  }
  :host(.full) .frame > svg {
    block-size: 100%;
  }
  /* Over the foot of the map, so that the map stays in its place when it appears. */
  :host(.full) .about {
    position: absolute;
    inset: auto calc(0.6 * var(--rem)) calc(0.6 * var(--rem));
  }
  :host(.full) details {
    display: none;
  }
  @media (forced-colors: active) {
    .frame > svg,
    .node rect {
      fill: Canvas;
      background: Canvas;
    }
    .line,
    .node rect {
      stroke: CanvasText;
    }
    .part {
      display: none; /* the nodes have no colours */
    }
    .node text {
      fill: CanvasText;
    }
    .node.word rect,
    .node.sense rect {
      fill: CanvasText;
    }
    .node.word text,
    .node.sense text {
      fill: Canvas;
    }
    .node.marked rect,
    .node:focus-visible rect {
      stroke: Highlight;
    }
  }
  @media print {
    .bar button,
    .hint,
    .about {
      display: none;
    }
  }
`;
