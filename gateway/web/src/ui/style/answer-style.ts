import { css } from "lit";

export const answerStyle = css`
  :host {
    display: block;
    line-height: 1.5;
  }
  section + section {
    margin-block-start: 1.2rem;
  }
  h4 {
    display: flex;
    align-items: baseline;
    gap: 0.6rem;
    margin: 0 0 0.5rem;
    font: inherit;
  }
  .part {
    color: var(--part, var(--accent));
    font-family: var(--serif);
    font-style: italic;
    font-size: 1.1rem;
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
    font-size: 0.85rem;
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
    padding-inline-start: 1.9rem;
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
    margin-block-end: 0.8rem;
    padding-inline-start: 0.2rem;
    border-radius: 8px;
  }
  .glosses > li,
  .sentences > li {
    margin-block-end: 0.45rem;
  }
  .pointed {
    background: var(--tint);
    box-shadow: 0 0 0 0.3rem var(--tint);
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
    margin-block-start: 0.6rem;
  }
  .senses .chips {
    margin-block-start: 0.4rem;
  }
  .common {
    color: var(--part, var(--muted));
    font-size: 0.6rem;
    letter-spacing: 0.08em;
    vertical-align: 0.15em;
    white-space: nowrap;
    cursor: help;
  }
  .frames {
    margin-block-start: 0.3rem;
    color: var(--muted);
    font-size: 0.88rem;
  }
  .frames span,
  dt {
    color: var(--muted);
    font-size: 0.85rem;
  }
  .relations {
    display: grid;
    gap: 0.35rem;
    margin: 0.5rem 0 0;
    padding-inline-start: 0.8rem;
    border-inline-start: 2px solid var(--line);
  }
  .relations > div {
    display: grid;
    grid-template-columns: minmax(6.5rem, 8.5rem) 1fr;
    gap: 0.5rem;
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
    min-block-size: 1.75rem;
    padding-inline: 0.65em;
    font-size: 0.88rem;
  }
  .path,
  .compared > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem;
    margin-block-end: 0.7rem;
  }
  .path .word:not(:last-child)::after {
    content: "›";
    margin-inline-start: 0.5em;
    color: var(--muted);
  }
  .records dl,
  .measures {
    display: grid;
    gap: 0.25rem;
    margin: 0 0 0.7rem;
  }
  .records div,
  .measures div {
    display: grid;
    grid-template-columns: minmax(7rem, 11rem) 1fr;
    gap: 0.6rem;
  }
  .compared > li > span {
    flex-basis: 100%;
  }
  .compared .meeting {
    color: var(--muted);
    font-size: 0.85rem;
  }
  meter {
    inline-size: 7rem;
  }
  .path {
    margin-block-start: 0.4rem;
  }
  .help {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 0.9rem 1.2rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .help li {
    display: grid;
    justify-items: start;
    gap: 0.2rem;
  }
  .help span {
    color: var(--muted);
    font-size: 0.9rem;
  }
  .fold {
    list-style: none;
  }
  [hidden="until-found"] {
    position: absolute; /* no gap in place of it */
  }
  details {
    margin-block-start: 0.35rem;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.6rem;
    color: var(--muted);
    font-size: 0.85rem;
    cursor: pointer;
  }
  summary:hover {
    color: var(--ink);
  }
  details > * {
    margin-block-end: 0.35rem;
  }
  @container (max-width: 26rem) {
    .relations > div,
    .records div,
    .measures div {
      grid-template-columns: 1fr;
      gap: 0.15rem;
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
