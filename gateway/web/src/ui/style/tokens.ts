/** Colours, type and sizes. Embedding pages change them with `--wordwire-…` properties. */
import { css } from "lit";

export const tokens = css`
  :host {
    color-scheme: light dark;
    --paper: var(--wordwire-paper, light-dark(#faf8f3, #14171b));
    --card: var(--wordwire-card, light-dark(#ffffff, #1c2026));
    --ink: var(--wordwire-ink, light-dark(#1e2530, #eceae4));
    --muted: var(--wordwire-muted, light-dark(#596171, #a9afbb));
    --line: var(--wordwire-line, light-dark(#e4dfd3, #323842));
    --edge: light-dark(#8a8f99, #717987);
    --accent: var(--wordwire-accent, light-dark(#0f5f67, #74cbce));
    --on-accent: var(--wordwire-on-accent, light-dark(#ffffff, #0b2527));
    --tint: var(--wordwire-tint, light-dark(#e5f1f0, #21353a));
    --bad: light-dark(#9c2f22, #f2a497);
    --bad-tint: light-dark(#fbeae6, #3a2521);
    --noun: light-dark(#1c5aa0, #8dbdf5);
    --verb: light-dark(#a3392b, #f3a292);
    --adjective: light-dark(#6a46a6, #c7abf7);
    --adverb: light-dark(#2b713d, #8fd5a2);
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
    --radius: var(--wordwire-radius, 14px);
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
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
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    min-block-size: 2rem;
    padding-inline: 0.7em;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    color: var(--muted);
    font-size: 0.85rem;
  }
  .quiet:hover {
    background: var(--tint);
    color: var(--ink);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding: 0.15em 0.8em;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--card);
    color: var(--accent);
    text-align: start;
    text-decoration: none;
    font-size: 0.93rem;
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
    gap: 0.4rem;
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
