import { svg, html, type TemplateResult } from "lit";

/** The buttons' icons as paths on a 16 × 16 square, because many fonts lack characters for them. */
export const ICONS = {
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4M8 8h.01",
  full: "M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5",
  leave: "M6 2.5v3.5h-3.5M10 2.5v3.5h3.5M13.5 10h-3.5v3.5M2.5 10h3.5v3.5",
  download: "M8 2.5v7.5M4.5 7l3.5 3.5l3.5 -3.5M3 13.5h10",
};

export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
}
