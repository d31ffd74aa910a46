import { css } from "lit";

export const answerStyle = css`
  :host {
    display: block;
    line-height: 1.5;
  }
  section + section {
    margin-block-start: calc(0.9 * var(--rem));
  }
  h4 {
    display: flex;
    align-items: baseline;
    gap: calc(0.6 * var(--rem));
    margin: 0 0 calc(0.4 * var(--rem));
    font: inherit;
  }
  h4::after {
    content: "";
    flex: 1;
    border-block-start: 1px solid var(--line);
    transform: translateY(-0.3em);
  }
  .part {
    color: var(--part, var(--link));
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
  .count {
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
    white-space: nowrap;
  }
  p {
    margin: 0;
  }
  ol,
  ul:is(.sentences, .compared, .records) {
    margin: 0;
    padding-inline-start: calc(1.9 * var(--rem));
  }
  ul:is(.sentences, .compared, .records) {
    padding-inline-start: 0;
    list-style: none;
  }
  ol > li:not(.fold)::marker {
    content: counter(list-item) "\u2002";
    color: var(--part, var(--muted));
    font-family: var(--serif);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .gloss,
  .glosses,
  .sentences,
  .compared,
  .words,
  .path {
    font-family: var(--serif);
    font-size: calc(1.0625 * var(--rem));
    line-height: 1.45;
    hanging-punctuation: first;
  }
  .gloss,
  .glosses > li,
  .sentences > li {
    max-inline-size: 33em; /* about 66 characters */
    text-wrap: pretty;
  }
  .senses > li {
    margin-block-end: calc(0.7 * var(--rem));
    border-radius: 4px;
  }
  :is(.glosses, .sentences) > li {
    margin-block-end: calc(0.35 * var(--rem));
  }
  /* With room, the words of a sense stand in the margin. */
  .sense {
    display: grid;
    grid-template: auto 1fr / minmax(0, 33em) minmax(calc(13 * var(--rem)), 1fr);
    gap: 0 calc(1.5 * var(--rem));
  }
  /* The names of words: a running text of links, tall enough to touch. */
  .word {
    display: inline-block;
    min-inline-size: calc(1.5 * var(--rem));
    min-block-size: calc(1.5 * var(--rem));
    padding: 0;
    border: none;
    border-radius: 3px;
    background: none;
    color: var(--link);
    font-family: var(--serif);
    text-align: start;
    text-decoration: underline color-mix(in oklab, currentcolor 35%, transparent) 1px;
    text-underline-offset: 0.22em;
    overflow-wrap: anywhere;
  }
  .word:hover {
    text-decoration-color: currentcolor;
  }
  .words {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .words > li {
    display: inline;
  }
  .words > li:not(:last-child)::after {
    content: " ";
  }
  /* Inside the word, so that no line begins with a comma; a box, so that it is not underlined. */
  .words > li:not(:last-child) > .word::after {
    content: ",";
    content: "," / "";
    display: inline-block;
    color: var(--muted);
  }
  .words .quiet {
    min-block-size: calc(1.5 * var(--rem));
    padding-inline: 0.4em;
  }
  .pointed {
    background: var(--tint);
    box-shadow: 0 0 0 calc(0.3 * var(--rem)) var(--tint);
  }
  .word.pointed {
    box-shadow: 0 0 0 2px var(--tint);
  }
  .example {
    color: var(--muted);
    font-family: var(--serif);
    font-style: italic;
    font-size: calc(1.0625 * var(--rem));
    quotes: "“" "”";
  }
  .example b {
    color: var(--ink, inherit);
    font-weight: 600;
  }
  .left-out {
    margin-block-start: calc(0.6 * var(--rem));
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
    grid-area: 1 / 2 / span 2;
    margin: 0;
  }
  .relations > div > *,
  .relations .words {
    display: inline;
    margin-inline-end: 0.3em;
  }
  dd {
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .compared > li {
    margin-block-end: calc(0.7 * var(--rem));
  }
  .word:has(+ .word)::after {
    content: "·"; /* inside the word, as the commas are */
    content: "·" / "";
    display: inline-block;
    inline-size: 1em;
    color: var(--muted);
    text-align: center;
  }
  .path .word:has(+ .word)::after {
    content: "›";
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
  .compared > li > span:last-child {
    display: block;
  }
  .compared .meeting {
    color: var(--muted);
    font-family: var(--sans);
    font-size: calc(0.85 * var(--rem));
  }
  meter {
    inline-size: calc(7 * var(--rem));
  }
  .fold {
    font-family: var(--sans);
    list-style: none;
  }
  :is(.senses, .glosses, .sentences, .matches, .records) > .fold > .quiet {
    margin-inline: -1px; /* its border: the text begins where theirs does */
    padding-inline: 0;
  }
  /* The only sense needs no number. */
  section:only-child > .senses:has(> [value="1"]:only-child) {
    padding-inline-start: 0;
  }
  section:only-child > .senses > [value="1"]:only-child::marker {
    content: "";
  }
  [hidden="until-found"] {
    position: absolute; /* no gap in place of it */
  }
  details {
    grid-column: 1;
    margin-block-start: calc(0.15 * var(--rem));
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
  @container (max-width: 640px) {
    .sense {
      display: block;
    }
  }
  @container (max-width: 416px) {
    .records div,
    .measures div {
      grid-template-columns: 1fr;
      gap: calc(0.15 * var(--rem));
    }
  }
  @media print {
    :is(li.fold, summary, .left-out > .quiet),
    .words > li:has(+ .fold) > .word::after {
      display: none;
    }
    .word {
      color: inherit;
      text-decoration: none;
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
