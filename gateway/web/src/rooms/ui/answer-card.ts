/** The dictionary's message in a room: the question that it answers, the answer, and suggestions. */
import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/index.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import { answerOf, type Answer } from "../../model/answers.js";
import { isOfOneWord, takesText } from "../../model/commands.js";
import { textBeside } from "../../model/entry.js";
import { ask, commandName, lookUp, readable, toQuery } from "../../model/questions.js";
import type { Answered } from "../../protocol.js";
import "../../ui/answer.js";
import { LookEvent } from "../../ui/events.js";
import type { RoomMessage } from "../protocol.js";

/** The page at `/`, relative to the rooms' page. */
const DICTIONARY = "./";
/** Answers that would fill the room; they are folded under their sentence. */
const LONG: ReadonlySet<Answer["kind"]> = new Set([
  "senses",
  "glosses",
  "help",
  "records",
  "matches",
  "glossary",
]);
/** More suggestions would be longer than many answers. */
const SUGGESTIONS_SHOWN = 3;
/** Drawn on the dictionary's page only. */
const NOT_IN_ROOMS: ReadonlySet<string> = new Set(["map"]);

export function answerCard(
  s: Strings,
  r: RoomStrings,
  message: RoomMessage,
  question: RoomMessage | undefined,
  show: (question: RoomMessage) => void,
): TemplateResult {
  const reply = message.reply && asList(message.reply, message.text);
  const text = reply ? textOf(reply) : message.text;
  return html`<p class="to">
      ${r.answers}
      ${
        question
          ? html`<button type="button" class="link" @click=${() => show(question)}>
              <bdi>${question.from}</bdi>: <bdi>${question.text}</bdi>
            </button>`
          : r.earlier
      }
    </p>
    ${reply && !reply.error ? headword(s, r, reply) : nothing}
    ${text ? html`<p class=${reply?.error ? "text error" : "text"} lang="en">${text}</p>` : nothing}
    ${reply ? html`${details(s, r, reply)} ${leadingOn(s, reply)}` : nothing}`;
}

function headword(s: Strings, r: RoomStrings, { word, option }: Answered): TemplateResult | typeof nothing {
  if (!word || option === "unknown" || takesText(option)) return nothing;
  return html`<header>
    <h3>
      ${isOfOneWord(option) ? html`<span class="headword" lang="en">${readable(word)}</span>` : nothing}
      <span class="option">${commandName(s, option)}</span>
    </h3>
    <a href=${DICTIONARY + toQuery(lookUp(option, word))} target="_blank" rel="noopener">
      ${r.lookUp} <span aria-hidden="true">↗</span><span class="sr">${r.newTab}</span>
    </a>
  </header>`;
}

/** Returns what to say above an answer: all of it if the answer is folded, else what it does not show itself. */
function textOf(reply: Answered): string {
  const answer = answerOf(reply);
  const showsAll = !reply.error && answer.kind !== "nothing" && !LONG.has(answer.kind);
  return showsAll ? textBeside(reply, answer) : (reply.text ?? "");
}

/** Returns a reply with its text, and without its senses, because a list takes less room in a talk. */
function asList(reply: Answered, text: string): Answered {
  return { ...reply, text, senses: [] };
}

function details(s: Strings, r: RoomStrings, reply: Answered): TemplateResult | typeof nothing {
  const found = answerOf(reply);
  const { kind } = found;
  if (reply.error || kind === "nothing" || NOT_IN_ROOMS.has(reply.option)) return nothing;
  if (kind === "glosses" && found.glosses.length === 1) return nothing; // the text says it
  const answer = html`<ww-answer
    role="group"
    aria-label=${s.answer}
    aria-description=${s.arrowKeys}
    .reply=${reply}
    .strings=${s}
    dictionary=${DICTIONARY}
  ></ww-answer>`;
  return LONG.has(kind)
    ? html`<details>
        <summary>${r.wholeAnswer}</summary>
        ${answer}
      </details>`
    : answer;
}

function leadingOn(s: Strings, { suggestions = [] }: Answered): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<div class="next" aria-live="off">
    <span>${s.next}</span>
    <ul class="chips" role="list" lang="en">
      ${suggestions.slice(0, SUGGESTIONS_SHOWN).map((text) => html`<li>${proposal(text)}</li>`)}
    </ul>
  </div>`;
}

function proposal(text: string): TemplateResult {
  const look = (event: Event): void => {
    event.currentTarget?.dispatchEvent(new LookEvent(ask(text)));
  };
  return html`<button type="button" class="chip" @click=${look}>${text}</button>`;
}
