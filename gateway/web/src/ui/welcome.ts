import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import type { DayWord } from "../model/asides.js";
import { ask, readable, wander } from "../model/questions.js";
import type { Question } from "../protocol.js";
import { LookEvent } from "./events.js";
import { langOf } from "./kinds/said.js";

/** Draws an empty conversation as the front page of a dictionary: places to start from. */
export function welcome(
  s: Strings,
  day: DayWord | undefined,
  canResume: boolean,
  resume: () => void,
): TemplateResult {
  return html`<div class="welcome">
    <div>
      <p class="invitation">${s.welcome}</p>
      <p>${s.welcomeMore}</p>
      ${
        canResume
          ? html`<p><button type="button" class="quiet" @click=${resume}>↩ ${s.resume}</button></p>`
          : nothing
      }
    </div>
    <ul>
      ${s.samples.map((text) => html`<li>${starter(text, ask(text))}</li>`)}
    </ul>
    ${
      day?.word
        ? html`<p class="day">
            ${s.wordOfTheDay}
            <span lang="en">${starter(readable(day.word), wander(day.word))} ${day.definition}</span>
          </p>`
        : nothing
    }
  </div>`;
}

function starter(text: string, question: Question): TemplateResult {
  const look = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new LookEvent(question));
  };
  return html`<button type="button" lang=${langOf(text)} @click=${look}>${text}</button>`;
}
