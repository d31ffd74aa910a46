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
    /* The accent as text: as given if the site sets a paper, a card or an ink, otherwise as dark or light as needed. */
    --own-link: color-mix(
      in srgb,
      var(--accent) 100%,
      var(--wordwire-paper, var(--wordwire-card, var(--wordwire-ink)))
    );
    --link: var(
      --own-link,
      light-dark(oklch(from var(--accent) min(l, 0.47) c h), oklch(from var(--accent) max(l, 0.76) c h))
    );
    /* White on a dark accent, black on a light one: above a luminance of 0.18, black has the higher contrast. */
    --on-accent: var(
      --wordwire-on-accent,
      color(
        from var(--accent) xyz clamp(0, (0.18 - y) * 999, 0.95) clamp(0, (0.18 - y) * 999, 1)
          clamp(0, (0.18 - y) * 999, 1.09)
      )
    );
    --tint: var(--wordwire-tint, color-mix(in oklab, var(--accent) 12%, var(--card)));
    --bad: var(--wordwire-bad, oklch(from var(--ink) calc(0.6 * l + 0.25) 0.12 27));
    --bad-tint: color-mix(in oklab, var(--bad) 12%, var(--card));
    /* Nearly as dark or light as the text, whatever the theme: a page's own palette may be dark in the light theme. */
    --noun: var(--wordwire-noun, oklch(from var(--ink) calc(0.6 * l + 0.25) 0.1 257));
    --verb: var(--wordwire-verb, oklch(from var(--ink) calc(0.6 * l + 0.25) 0.11 29));
    --adjective: var(--wordwire-adjective, oklch(from var(--ink) calc(0.6 * l + 0.25) 0.11 298));
    --adverb: var(--wordwire-adverb, oklch(from var(--ink) calc(0.6 * l + 0.25) 0.1 150));
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
  @media print {
    :host {
      color-scheme: light !important; /* paper is white, whatever the theme of the site or the reader */
    }
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
    quotes: auto;
    tab-size: 8;
    text-align: start;
    text-align-last: auto;
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
  [lang="en"],
  input {
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
    color: var(--link);
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
