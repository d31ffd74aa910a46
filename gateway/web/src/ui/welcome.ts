import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import { ask, readable, wander } from "../model/questions.js";
import type { Question } from "../protocol.js";
import { LookEvent } from "./events.js";
import { langOf } from "./kinds/said.js";

/** Draws an empty conversation: places to start from. */
export function welcome(s: Strings, dayWord: string, canResume: boolean, resume: () => void): TemplateResult {
  const word = dayWord.trim();
  return html`<div class="welcome">
    <p class="invitation">${s.welcome}</p>
    <p>${s.welcomeMore}</p>
    <ul class="chips">
      ${s.samples.map((text) => html`<li>${starter(text, ask(text))}</li>`)}
    </ul>
    ${word ? html`<p class="day">${s.wordOfTheDay} ${starter(readable(word), wander(word))}</p>` : nothing}
    ${
      canResume
        ? html`<p><button type="button" class="quiet" @click=${resume}>↩ ${s.resume}</button></p>`
        : nothing
    }
  </div>`;
}

function starter(text: string, question: Question): TemplateResult {
  const look = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new LookEvent(question));
  };
  return html`<button type="button" class="chip" lang=${langOf(text)} @click=${look}>${text}</button>`;
}
