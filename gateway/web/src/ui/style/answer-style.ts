import { css } from "lit";

export const answerStyle = css`
  :host {
    display: block;
    line-height: 1.5;
  }
  section + section {
    margin-block-start: calc(1.2 * var(--rem));
  }
  h4 {
    display: flex;
    align-items: baseline;
    gap: calc(0.6 * var(--rem));
    margin: 0 0 calc(0.5 * var(--rem));
    font: inherit;
  }
  .part {
    color: var(--part, var(--accent));
    font-family: var(--serif);
    font-style: italic;
    font-size: calc(1.1 * var(--rem));
    font-weight: 600;
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
  .chips .part {
    padding: 0.2em 0.9em;
    border: 1px solid currentColor;
    border-radius: 999px;
  }
  .count {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
    white-space: nowrap;
  }
  p {
    margin: 0;
  }
  ol,
  ul.sentences,
  ul.compared,
  ul.records {
    margin: 0;
    padding-inline-start: calc(1.9 * var(--rem));
  }
  ul.sentences,
  ul.compared,
  ul.records {
    padding-inline-start: 0;
    list-style: none;
  }
  ol > li::marker {
    color: var(--part, var(--muted));
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .senses > li,
  .glosses > li,
  .sentences > li {
    margin-block-end: calc(0.8 * var(--rem));
    padding-inline-start: calc(0.2 * var(--rem));
    border-radius: 8px;
  }
  .glosses > li,
  .sentences > li {
    margin-block-end: calc(0.45 * var(--rem));
  }
  .pointed {
    background: var(--tint);
    box-shadow: 0 0 0 calc(0.3 * var(--rem)) var(--tint);
  }
  .chip.pointed {
    border-color: var(--accent);
    box-shadow: none;
  }
  .example {
    color: var(--muted);
    font-family: var(--serif);
    font-style: italic;
    font-size: 1.03em;
    quotes: "“" "”";
  }
  .example b {
    color: var(--ink, inherit);
    font-weight: 600;
  }
  .left-out {
    margin-block-start: calc(0.6 * var(--rem));
  }
  .senses .chips {
    margin-block-start: calc(0.4 * var(--rem));
  }
  .common {
    color: var(--part, var(--muted));
    font-size: calc(0.6 * var(--rem));
    letter-spacing: 0.08em;
    vertical-align: 0.15em;
    white-space: nowrap;
    cursor: help;
  }
  .frames {
    margin-block-start: calc(0.3 * var(--rem));
    color: var(--muted);
    font-size: calc(0.88 * var(--rem));
  }
  .frames span,
  dt {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
  }
  .relations {
    display: grid;
    gap: calc(0.35 * var(--rem));
    margin: calc(0.5 * var(--rem)) 0 0;
    padding-inline-start: calc(0.8 * var(--rem));
    border-inline-start: 2px solid var(--line);
  }
  .relations > div {
    display: grid;
    grid-template-columns: minmax(calc(6.5 * var(--rem)), calc(8.5 * var(--rem))) 1fr;
    gap: calc(0.5 * var(--rem));
    align-items: baseline;
  }
  dd {
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .relations .chips {
    margin: 0;
  }
  .relations .chip,
  .senses .chip {
    min-block-size: calc(1.75 * var(--rem));
    padding-inline: 0.65em;
    font-size: calc(0.88 * var(--rem));
  }
  .path,
  .compared > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.3 * var(--rem));
    margin-block-end: calc(0.7 * var(--rem));
  }
  .path .word:not(:last-child)::after {
    content: "›";
    margin-inline-start: 0.5em;
    color: var(--muted);
  }
  .records dl,
  .measures {
    display: grid;
    gap: calc(0.25 * var(--rem));
    margin: 0 0 calc(0.7 * var(--rem));
  }
  .records div,
  .measures div {
    display: grid;
    grid-template-columns: minmax(calc(7 * var(--rem)), calc(11 * var(--rem))) 1fr;
    gap: calc(0.6 * var(--rem));
  }
  .compared > li > span {
    flex-basis: 100%;
  }
  .compared .meeting {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
  }
  meter {
    inline-size: calc(7 * var(--rem));
  }
  .path {
    margin-block-start: calc(0.4 * var(--rem));
  }
  .help {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(19 * var(--rem))), 1fr));
    gap: calc(0.9 * var(--rem)) calc(1.2 * var(--rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .help li {
    display: grid;
    justify-items: start;
    gap: calc(0.2 * var(--rem));
  }
  .help span {
    color: var(--muted);
    font-size: calc(0.9 * var(--rem));
  }
  .fold {
    list-style: none;
  }
  [hidden="until-found"] {
    position: absolute; /* no gap in place of it */
  }
  details {
    margin-block-start: calc(0.35 * var(--rem));
  }
  summary {
    inline-size: fit-content;
    min-block-size: calc(1.6 * var(--rem));
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
    cursor: pointer;
  }
  summary:hover {
    color: var(--ink);
  }
  details > * {
    margin-block-end: calc(0.35 * var(--rem));
  }
  @container (max-width: 416px) {
    .relations > div,
    .records div,
    .measures div {
      grid-template-columns: 1fr;
      gap: calc(0.15 * var(--rem));
    }
  }
  @media print {
    .fold,
    summary {
      display: none;
    }
    [hidden="until-found"] {
      position: static;
      content-visibility: visible;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
