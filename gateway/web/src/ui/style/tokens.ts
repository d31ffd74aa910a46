/**
 * Colours, type and sizes. Embedding pages change them with `--wordwire-…` properties.
 *
 * A colour that a page does not set is derived from those that it sets, so that texts stay legible on its palette.
 */
import { css } from "lit";

export const tokens = css`
  :host {
    --rem: 1rem; /* the root's size, except on other people's pages */
    --paper: var(--wordwire-paper, light-dark(#faf8f3, #14171b));
    --card: var(--wordwire-card, light-dark(#ffffff, #1c2026));
    --ink: var(--wordwire-ink, light-dark(#1e2530, #eceae4));
    --muted: var(--wordwire-muted, color-mix(in oklab, var(--ink) 74%, var(--card)));
    --line: var(--wordwire-line, color-mix(in oklab, var(--ink) 14%, var(--card)));
    --edge: var(--wordwire-edge, color-mix(in oklab, var(--ink) 55%, var(--card)));
    --accent: var(--wordwire-accent, light-dark(#0f5f67, #74cbce));
    --on-accent: var(--wordwire-on-accent, light-dark(#ffffff, #0b2527));
    --tint: var(--wordwire-tint, color-mix(in oklab, var(--accent) 12%, var(--card)));
    --bad: var(--wordwire-bad, color-mix(in oklab, var(--ink) 45%, light-dark(#c22613, #ff9c8b)));
    --bad-tint: color-mix(in oklab, var(--bad) 12%, var(--card));
    --noun: var(--wordwire-noun, color-mix(in oklab, var(--ink) 45%, light-dark(#1268d6, #62adff)));
    --verb: var(--wordwire-verb, color-mix(in oklab, var(--ink) 45%, light-dark(#c62a17, #ff8d78)));
    --adjective: var(--wordwire-adjective, color-mix(in oklab, var(--ink) 45%, light-dark(#7b3fd6, #bd97ff)));
    --adverb: var(--wordwire-adverb, color-mix(in oklab, var(--ink) 45%, light-dark(#0f8a35, #5fd584)));
    --serif: var(--wordwire-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif);
    --sans: var(
      --wordwire-sans,
      system-ui,
      "Segoe UI",
      Roboto,
      "Noto Sans KR",
      "Apple SD Gothic Neo",
      sans-serif
    );
    --radius: var(--wordwire-radius, 6px);
  }
  :host([mode="inline"]),
  :host([mode="bubble"]) {
    --rem: var(--wordwire-size, 16px);
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
`;

/** Keeps a page's own text styles out: they would be inherited, even by a shadow root. */
export const untouched = css`
  :host > * {
    color: var(--ink);
    font: 400 var(--rem) / 1.45 var(--sans);
    font-synthesis: weight style;
    letter-spacing: normal;
    overflow-wrap: normal;
    tab-size: 8;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    hyphens: manual;
    cursor: auto;
    -webkit-text-fill-color: currentcolor;
  }
`;

/** The base styles of every component's shadow root. */
export const base = css`
  :host,
  * {
    box-sizing: border-box;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  [hidden]:not([hidden="until-found"]) {
    display: none !important;
  }
  :lang(ko) {
    word-break: keep-all; /* Korean has blanks between words, and no line ends inside one */
  }
  .part:lang(ko),
  bdi:lang(ko) {
    font-style: normal; /* Hangul has no italics */
  }
  [lang="en"] {
    unicode-bidi: plaintext; /* English keeps its full stops at the end on pages of the other direction */
    text-align: -webkit-match-parent; /* Chromium's name */
    text-align: match-parent; /* at the same side as everything around it */
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    min-block-size: calc(2 * var(--rem));
    padding-inline: 0.7em;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    color: var(--muted);
    font-size: calc(0.85 * var(--rem));
  }
  .quiet:hover {
    background: var(--tint);
    color: var(--ink);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(2 * var(--rem));
    padding: 0.15em 0.8em;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--card);
    color: var(--accent);
    text-align: start;
    text-decoration: none;
    font-size: calc(0.93 * var(--rem));
    overflow-wrap: anywhere;
    transition: background-color 0.12s;
  }
  .chip:hover {
    background: var(--tint);
    border-color: var(--accent);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.4 * var(--rem));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .chip,
    .quiet {
      border-color: ButtonText;
    }
  }
`;
