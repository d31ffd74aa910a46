/** The messages of a room, and a button that leads to those that came while the user looked elsewhere. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Strings } from "../../i18n/index.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import { ask } from "../../model/questions.js";
import { LookEvent } from "../../ui/events.js";
import { logStyle } from "../../ui/style/frame-style.js";
import { base } from "../../ui/style/tokens.js";
import type { RoomConnection } from "../connection.js";
import { faceStyle } from "./face.js";
import { feedOf, withMove, type Move } from "../feed.js";
import { feedView, unsaidView } from "./feed-view.js";
import { messageStyle } from "./message-style.js";
import type { Member, RoomMessage } from "../protocol.js";
import { roomLogStyle } from "./room-log-style.js";
import { ScrollKeeper } from "./scroll.js";

/** How long an item counts as new, so that screen readers read it out; unfolding it later is not news. */
const NEWS_MS = 1500;

@customElement("ww-room-log")
export class RoomLogElement extends LitElement {
  static override styles = [base, logStyle, faceStyle, roomLogStyle, messageStyle];

  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) roomStrings!: RoomStrings;
  /** The locale of times and days. */
  @property() locale = "en";
  @property({ attribute: false }) connection!: RoomConnection;
  /** Changes with every change of the connection. */
  @property({ type: Number }) revision = 0;
  /** How many messages came while the reader was further up, or elsewhere. */
  @state() private unseen = 0;
  @state() private news: ReadonlySet<string> = new Set();
  @query(".log") private readonly log!: HTMLElement;
  private moves: readonly Move[] = [];
  private oldest: number | undefined;
  private readonly place = new ScrollKeeper(() => this.seen());

  /** Notes new messages. */
  heard(messages: readonly RoomMessage[]): void {
    const { me } = this.connection.presence;
    const others = messages.filter(({ member }) => member !== me.member);
    if (!this.place.isAtEnd || document.hidden) this.countUnseen(this.unseen + others.length);
    this.announce(others.map(({ seq }) => `message-${seq}`));
  }

  /** Notes that somebody joined or left. */
  moved(event: Move["event"], { member, name }: Member): void {
    const move = { after: this.connection.timeline.last ?? 0, event, member, name };
    this.moves = withMove(this.moves, move);
    this.announce([`move-${move.after}-${member}`]);
  }

  /** Scrolls to the newest message. */
  toEnd(): void {
    this.place.toEnd();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.lookedAt);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.lookedAt);
    this.place.watch(undefined);
  }

  protected override willUpdate(): void {
    const { first } = this.connection.timeline;
    if (this.oldest !== undefined && first !== undefined && first < this.oldest) {
      this.place.hold(this.messageElement(this.oldest));
    }
    this.oldest = first;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.place.watch(this.log);
  }

  override render(): TemplateResult {
    const { strings: s, roomStrings: r, connection, unseen, place } = this;
    const { timeline, presence, outbox, isJoined } = connection;
    const context = {
      s,
      r,
      locale: this.locale,
      me: presence.me.member,
      find: (seq: number) => timeline.find(seq),
      isNews: (key: string) => this.news.has(key),
      show: ({ seq }: RoomMessage) => this.show(seq),
    };
    const sending = {
      r,
      isUnderWay: isJoined,
      again: (id: RoomMessage["id"]) => connection.sayAgain(id),
      discard: (id: RoomMessage["id"]) => outbox.remove(id),
    };
    return html`<div
        class="log"
        role="log"
        aria-label=${r.log}
        aria-busy=${!isJoined}
        tabindex="0"
        @scroll=${() => place.scrolled()}
      >
        <div class="column" @click=${this.folding}>
          ${this.beginning()}
          <ol role="list">
            ${feedView(feedOf(timeline.messages, this.moves), context)} ${unsaidView(outbox.unsaid, sending)}
          </ol>
        </div>
      </div>
      ${
        unseen > 0
          ? html`<button type="button" class="unseen" @click=${this.catchUp}>
              ${r.unseen(unseen)} <span aria-hidden="true">↓</span>
            </button>`
          : nothing
      }`;
  }

  /** Draws the top of the log, above the oldest message. */
  private beginning(): TemplateResult | typeof nothing {
    const { roomStrings: r, connection } = this;
    const { backlog, timeline, outbox, isJoined } = connection;
    if (backlog.hasOlder) {
      return html`<p class="older" aria-live="off">
        <button
          type="button"
          class="chip"
          aria-disabled=${backlog.isFetching}
          @click=${() => void backlog.older()}
        >
          ${backlog.isFetching ? r.fetching : r.older}
        </button>
      </p>`;
    }
    if (!isJoined || timeline.messages.length + outbox.unsaid.length > 0) return nothing;
    const sample = (text: string): TemplateResult =>
      html`<li>
        <button
          type="button"
          class="chip"
          lang="en"
          @click=${() => this.dispatchEvent(new LookEvent(ask(text)))}
        >
          ${text}
        </button>
      </li>`;
    return html`<div class="empty" aria-live="off">
      <p class="invitation">${r.empty}</p>
      <p>${r.hint}</p>
      <ul class="chips" role="list">
        ${[r.hintQuestion, r.hintCommand].map(sample)}
      </ul>
    </div>`;
  }

  /** Keeps an unfolding answer in its place, even at the end of the log. */
  private folding(event: Event): void {
    const isFold = (target: EventTarget): target is HTMLElement =>
      target instanceof HTMLElement && (target.localName === "summary" || target.ariaExpanded !== null);
    this.place.hold(event.composedPath().find(isFold));
  }

  private show(seq: number): void {
    const element = this.messageElement(seq);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    element?.focus({ preventScroll: true });
  }

  private messageElement(seq: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
  }

  private catchUp(): void {
    this.toEnd();
    this.log.focus({ preventScroll: true }); // the button that had the focus disappears
  }

  private readonly lookedAt = (): void => {
    if (!document.hidden && this.place.isAtEnd) this.seen();
  };

  private seen(): void {
    if (this.unseen > 0 && !document.hidden) this.countUnseen(0);
  }

  private countUnseen(count: number): void {
    this.unseen = count;
    this.dispatchEvent(new CustomEvent("ww-unseen", { detail: count }));
  }

  private announce(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.news = new Set([...this.news, ...keys]);
    setTimeout(() => (this.news = new Set([...this.news].filter((key) => !keys.includes(key)))), NEWS_MS);
  }
}
