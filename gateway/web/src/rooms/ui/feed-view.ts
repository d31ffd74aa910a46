/** Draws a room's log. People's messages are text, and their writing direction affects nothing else. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Strings } from "../../i18n/index.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import type { LookupId } from "../../protocol.js";
import { answerCard } from "./answer-card.js";
import { colourOf, face } from "./face.js";
import type { FeedItem } from "../feed.js";
import type { Unsaid } from "../outbox.js";
import type { RoomMessage } from "../protocol.js";

export interface FeedContext {
  s: Strings;
  r: RoomStrings;
  locale: string;
  /** The user's own `member`. */
  me: string;
  find: (seq: number) => RoomMessage | undefined;
  /** Whether an item is new: screen readers read it out then. */
  isNews: (key: string) => boolean;
  show: (message: RoomMessage) => void;
}

export interface UnsaidContext {
  r: RoomStrings;
  /** Whether waiting messages are being sent, and so arrive before anybody could read that they wait. */
  isUnderWay: boolean;
  again: (id: LookupId) => void;
  discard: (id: LookupId) => void;
}

export function feedView(items: readonly FeedItem[], context: FeedContext): TemplateResult {
  return html`${repeat(
    items,
    ({ key }) => key,
    (item) => itemView(item, context),
  )}`;
}

function itemView(item: FeedItem, context: FeedContext): TemplateResult {
  const { r, locale } = context;
  switch (item.kind) {
    case "day":
      return html`<li class="aside" aria-live="off">${dayFormat(locale).format(item.at * 1000)}</li>`;
    case "gap":
      return html`<li class="aside" aria-live="off">${r.missing(item.count)}</li>`;
    case "move": {
      const { event, name } = item.move;
      return html`<li class="aside" aria-live=${context.isNews(item.key) ? nothing : "off"}>
        ${event === "joined" ? r.came(isolated(name)) : r.went(isolated(name))}
      </li>`;
    }
    case "message":
      return messageView(item, context);
  }
}

function messageView(
  { message, key, continues }: Extract<FeedItem, { kind: "message" }>,
  context: FeedContext,
): TemplateResult {
  const { r, s } = context;
  const isMine = message.member === context.me;
  const who = message.bot ? "bot" : isMine ? "mine" : "theirs";
  // Screen readers read out the messages of others; users know their own.
  const isReadOut = !isMine && context.isNews(key);
  const question = message.in_reply_to === undefined ? undefined : context.find(message.in_reply_to);
  // A member who goes on is named again for screen readers only; everyone else sees the name above.
  const by = continues ? "by sr" : "by";
  return html`<li
    class="message ${who} ${continues ? "continued" : ""}"
    data-seq=${message.seq}
    tabindex="-1"
    aria-live=${isReadOut ? nothing : "off"}
  >
    ${message.bot ? html`<span class="face bot" aria-hidden="true">W</span>` : face({ ...message, name: message.from })}
    <div class="said">
      <p class=${by}>
        <bdi class="name ${message.bot ? "" : colourOf(message.member)}"
          >${isMine ? r.youSaid : message.from}</bdi
        >
        ${message.bot ? html`<span class="badge">${r.bot}</span>` : nothing}
        ${timeView(message.at, context.locale)}
      </p>
      ${
        message.bot
          ? html`<div class="card">${answerCard(s, r, message, question, context.show)}</div>`
          : html`<p class="text" dir="auto">${message.text}</p>`
      }
    </div>
  </li>`;
}

/** Draws the user's messages that nobody has read yet. */
export function unsaidView(unsaid: readonly Unsaid[], context: UnsaidContext): TemplateResult {
  return html`${repeat(
    unsaid,
    ({ id }) => id,
    (each) => {
      const state = unsaidState(each, context);
      return html`<li class="message mine unsaid ${state === nothing ? "" : "kept"}" aria-live="off">
        <div class="said">
          <p class="text" dir="auto">${each.text}</p>
          ${state}
        </div>
      </li>`;
    },
  )}`;
}

function unsaidState(
  { id, stage, reason }: Unsaid,
  { r, isUnderWay, again, discard }: UnsaidContext,
): TemplateResult | typeof nothing {
  const why = reason ? (r.problems[reason.code] ?? reason.message) : "";
  switch (stage) {
    case "said":
      return nothing;
    case "waiting":
      return isUnderWay ? nothing : html`<p class="waits">${r.waiting}</p>`;
    case "held":
      return html`<p class="waits">${r.waiting}: ${why}</p>`;
    case "refused":
      return html`<p class="waits" role="alert">${r.refused} ${why}</p>
        <p class="chips">
          <button type="button" class="chip" @click=${() => again(id)}>${r.again}</button>
          <button type="button" class="chip" @click=${() => discard(id)}>${r.discard}</button>
        </p>`;
  }
}

function timeView(at: number, locale: string): TemplateResult {
  const date = new Date(at * 1000);
  return html`<time datetime=${date.toISOString()} title=${date.toLocaleString(locale)}
    >${timeFormat(locale).format(date)}</time
  >`;
}

/** Returns `name` isolated as in <bdi>, so that its writing direction affects nothing else. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Making a format is slow, using it is not. */
const formats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(locale: string): Intl.DateTimeFormat {
  return formatOf(locale, { timeStyle: "short" });
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return formatOf(locale, { dateStyle: "full" });
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
