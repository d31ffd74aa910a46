/** A member's avatar: the first letter of the name, in the member's own colour. */
import { css, html, type TemplateResult } from "lit";
import type { Member } from "../protocol.js";

const COLOURS = ["accent", "noun", "verb", "adjective", "adverb"];

export function face({ member, name }: Member): TemplateResult {
  return html`<span class="face ${colourOf(member)}" aria-hidden="true">${firstLetter(name)}</span>`;
}

/** Returns the class for the colour of `member`, the same on every screen. */
export function colourOf(member: string): string {
  // The id is hexadecimal, and as good as random.
  return COLOURS[parseInt(member.slice(0, 6), 16) % COLOURS.length] ?? "";
}

/** A letter may be several code points: 👩‍🚀, é. */
function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name);
  return (first?.segment ?? "").toLocaleUpperCase();
}

export const faceStyle = css`
  .face {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: var(--hue);
    color: var(--card);
    font-size: 0.95rem;
    font-weight: 700;
    line-height: 1;
  }
  .accent {
    --hue: var(--accent);
  }
  .noun {
    --hue: var(--noun);
  }
  .verb {
    --hue: var(--verb);
  }
  .adjective {
    --hue: var(--adjective);
  }
  .adverb {
    --hue: var(--adverb);
  }
`;
