/** <wordwire-rooms>: the page at `/rooms`, in front of a room or in it, depending on the address. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { bestLanguage, loadLanguage, stringsOf, type Strings } from "../../i18n/index.js";
import { roomStringsOf, type RoomStrings } from "../../i18n/rooms.js";
import type { Question } from "../../protocol.js";
import type { LookEvent } from "../../ui/events.js";
import "../../ui/head.js";
import { LineWatch } from "../../ui/line-watch.js";
import { banner, notice } from "../../ui/notice.js";
import { frameStyle } from "../../ui/style/frame-style.js";
import { base, tokens } from "../../ui/style/tokens.js";
import { roomInAddress, showInAddress } from "../address.js";
import { RoomConnection } from "../connection.js";
import "./door.js";
import type { Arrival, DoorElement } from "./door.js";
import { isolated } from "./feed-view.js";
import { recallRoom } from "../memory.js";
import "./room-bar.js";
import "./room-log.js";
import type { RoomLogElement } from "./room-log.js";
import { roomsStyle } from "./rooms-style.js";
import "./say-box.js";
import type { SayBoxElement } from "./say-box.js";

@customElement("wordwire-rooms")
export class WordwireRooms extends LitElement {
  static override styles = [tokens, base, frameStyle, roomsStyle];

  @property({ reflect: true }) theme = "auto";
  @property() override lang = "";
  @state() private revision = 0;
  /** The room whose link was opened; empty if there is none. */
  @state() private invitedTo = "";
  @state() private unseen = 0;
  @query("ww-door") private readonly door!: DoorElement | null;
  @query("ww-room-log") private readonly log!: RoomLogElement | null;
  @query("ww-say-box") private readonly sayBox!: SayBoxElement | null;
  private readonly line: LineWatch = new LineWatch(this, () => this.connection.tryNow());
  private readonly connection = new RoomConnection(undefined, {
    changed: () => this.changed(),
    created: (room) => this.arrivedAt(room),
    heard: (messages) => this.log?.heard(messages),
    moved: (event, who) => this.log?.moved(event, who),
  });
  /** Whether the next view takes the focus, because it replaces the one in which a button was pressed. */
  private takesFocus = false;

  get strings(): Strings {
    return stringsOf(this.language);
  }

  get language(): string {
    return bestLanguage([this.lang || null, ...navigator.languages]);
  }

  /** The reader's variant of the language: English has both 7:30 PM and 19:30. */
  private get locale(): string {
    return navigator.languages.find((tag) => tag.startsWith(this.language)) ?? this.language;
  }

  private get roomStrings(): RoomStrings {
    return roomStringsOf(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.line.connecting(undefined);
    addEventListener("popstate", this.followAddress);
    this.followAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("popstate", this.followAddress);
    this.connection.close();
  }

  /** Draws once the language is there, so that no reader sees another one first. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const draw = (): unknown => super.scheduleUpdate();
    return loadLanguage(this.language)?.then(draw) ?? void draw();
  }

  override render(): TemplateResult {
    const { strings: s, roomStrings: r, connection } = this;
    return html`<ww-head
        .strings=${s}
        .state=${this.line.isOffline ? "offline" : connection.state}
        .language=${this.language}
        mode="page"
        theme=${this.theme}
        .elsewhere=${{ href: "./", label: r.dictionary }}
        @ww-language=${(event: CustomEvent<string>) => this.setLanguage(event.detail)}
        @ww-theme=${(event: CustomEvent<string>) => this.setTheme(event.detail)}
      ></ww-head>
      ${this.isInRoom ? keyed(connection.room, this.roomView()) : this.doorView()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { roomStrings: r, connection, unseen } = this;
    const place = this.isInRoom ? connection.title || r.untitled : r.page;
    document.title = `${unseen > 0 ? `(${unseen}) ` : ""}${place} – Wordwire`;
    const view = this.isInRoom ? this.sayBox : this.door;
    if (this.takesFocus && view) {
      this.takesFocus = connection.place === "creating" || connection.place === "entering";
      void view.updateComplete.then(() => view.focus());
    }
  }

  /** Whether to show a room: one that has let us in, or one that we are coming back to. */
  private get isInRoom(): boolean {
    const { place, isKnown } = this.connection;
    return place === "inside" || (place === "entering" && isKnown);
  }

  private doorView(): TemplateResult {
    const { roomStrings: r, connection } = this;
    const { place, problem } = connection;
    return html`<ww-door
        .strings=${r}
        .problem=${problem}
        ?invited=${this.invitedTo !== ""}
        ?busy=${place === "creating" || place === "entering"}
        @ww-arrive=${(event: CustomEvent<Arrival>) => this.arrive(event.detail)}
      ></ww-door>
      <div class="column">${this.lineNotice()}</div>`;
  }

  private roomView(): TemplateResult {
    const { strings: s, roomStrings: r, connection } = this;
    const { presence, problem } = connection;
    return html`<ww-room-bar
        .strings=${r}
        room=${connection.room}
        room-title=${connection.title}
        .people=${presence.people}
        @ww-leave=${this.leave}
      ></ww-room-bar>
      <ww-room-log
        .strings=${s}
        .roomStrings=${r}
        locale=${this.locale}
        .connection=${connection}
        .revision=${this.revision}
        @ww-look=${(event: LookEvent) => this.look(event.question)}
        @ww-unseen=${(event: CustomEvent<number>) => (this.unseen = event.detail)}
      ></ww-room-log>
      <div class="foot">
        <div class="column">
          ${this.lineNotice()}
          ${connection.state === "online" && problem ? banner(r.problems[problem.code] ?? problem.message) : nothing}
          <p class="typing">${this.typing()}</p>
          <ww-say-box
            .strings=${r}
            @ww-typing=${() => connection.nowTyping()}
            @ww-say=${(event: CustomEvent<string>) => this.say(event.detail)}
          ></ww-say-box>
        </div>
      </div>`;
  }

  private lineNotice(): TemplateResult | typeof nothing {
    const { away, offline } = this.roomStrings;
    return notice({ ...this.strings, away, offline }, this.connection, this.line, undefined);
  }

  private typing(): string {
    const names = this.connection.presence.typing.map(({ name }) => isolated(name));
    if (names.length === 0) return "";
    return this.roomStrings.typing(new Intl.ListFormat(this.language).format(names), names.length);
  }

  /** Follows the address: when the page loads, and on back and forward. */
  private readonly followAddress = (): void => {
    const room = roomInAddress();
    if (this.hasUpdated && room === this.invitedTo) return;
    if (this.connection.room) this.connection.stepOut();
    this.unseen = 0;
    this.invitedTo = room;
    const remembered = recallRoom(room);
    if (remembered) this.connection.enter(room, remembered.name);
  };

  private arrive({ name, title }: Arrival): void {
    this.takesFocus = true;
    if (this.invitedTo) this.connection.enter(this.invitedTo, name);
    else this.connection.create(title, name);
  }

  private arrivedAt(room: string): void {
    this.invitedTo = room;
    showInAddress(room);
  }

  private leave(): void {
    this.takesFocus = true;
    this.connection.leave();
    this.unseen = 0;
    this.arrivedAt("");
  }

  private say(text: string): void {
    this.connection.say(text);
    this.log?.toEnd();
  }

  /** Puts a suggested question into the text box, so that nobody asks in front of others by accident. */
  private look(question: Question): void {
    if (question.event === "ask") this.sayBox?.propose(question.fields.text);
  }

  private changed(): void {
    this.revision++;
    if (this.connection.state === "online") this.line.connected();
  }

  private setLanguage(code: string): void {
    this.lang = code;
    this.dispatchEvent(new CustomEvent("ww-language-set", { detail: code }));
  }

  private setTheme(theme: string): void {
    this.theme = theme;
    this.dispatchEvent(new CustomEvent("ww-theme-set", { detail: theme }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "wordwire-rooms": WordwireRooms;
  }
}
