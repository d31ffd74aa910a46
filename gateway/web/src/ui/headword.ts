/** The head of an entry: the word, its pronunciation, and a button that reads it aloud by the browser's own voice. */
import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import { readable } from "../model/questions.js";
import type { Answered } from "../protocol.js";
import { langOf } from "./kinds/said.js";

const SPEAKER = html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
  <path d="M4 9v6h4l5 4V5L8 9z" fill="currentColor" />
  <path
    d="M16 8.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
  />
</svg>`;

export function headword({ word, ipa }: Answered, s: Strings): TemplateResult {
  const shown = readable(word);
  const label = s.say(shown);
  return html`<span class="headword" lang=${langOf(word)}>${shown}</span>
    <span class="sound"
      >${ipa ? html`<span class="ipa" lang="en">/${ipa}/</span>` : nothing}
      ${
        "speechSynthesis" in window
          ? html`<button
              type="button"
              class="quiet say"
              aria-label=${label}
              title=${label}
              @click=${() => speak(shown)}
            >
              ${SPEAKER}
            </button>`
          : nothing
      }</span
    >`;
}

/** Reads an English word aloud, in place of whatever is being read. */
function speak(word: string): void {
  const said = new SpeechSynthesisUtterance(word);
  said.lang = "en-US"; // CMUdict's pronunciations are American
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}
