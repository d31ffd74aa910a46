/** How each relation is drawn: in a colour and with dashes that no other relation has. */
import { unsafeCSS, type CSSResult } from "lit";

interface Look {
  /** The angle of the colour in OKLCH, in degrees. */
  hue: number;
  /** The lengths of dashes and gaps in pixels, as in `stroke-dasharray`. */
  dash: string;
}

/** By the names of WordNet's relations; the commonest have the simplest dashes and the most distant colours. */
export const LOOKS: Record<string, Look> = {
  synonyms: { hue: 150, dash: "none" },
  antonyms: { hue: 25, dash: "2 3" },
  hypernyms: { hue: 255, dash: "12 3" },
  hyponyms: { hue: 305, dash: "5 3" },
  similar: { hue: 95, dash: "12 3 2 3" },
  derivations: { hue: 200, dash: "6 3 2 3" },
  also_see: { hue: 350, dash: "12 3 2 3 2 3" },
  verb_groups: { hue: 55, dash: "6 3 2 3 2 3" },
  domains: { hue: 225, dash: "2 7" },
  meronyms: { hue: 125, dash: "9 8" },
  holonyms: { hue: 280, dash: "18 6" },
  instances: { hue: 328, dash: "5 8" },
  pertainyms: { hue: 10, dash: "12 3 5 3" },
  participles: { hue: 75, dash: "18 3 2 3" },
  attributes: { hue: 175, dash: "2 3 2 8" },
  entailments: { hue: 40, dash: "6 3 6 8" },
  causes: { hue: 240, dash: "12 3 12 8" },
};

/** Returns the style of the lines, by the relation as their class. */
export function relationStyle(): CSSResult {
  const rules = Object.entries(LOOKS).map(
    ([name, { hue, dash }]) => `.line.${name} { --hue: ${hue}deg; stroke-dasharray: ${dash}; }`,
  );
  return unsafeCSS(rules.join("\n"));
}
