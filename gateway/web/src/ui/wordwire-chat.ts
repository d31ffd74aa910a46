/**
 * <wordwire-chat>: the whole client as one element, for the page at `/` and for any other site.
 *
 * Attributes: `server` (default: where the script came from), `command` (the initial one), `mode` (`inline` or
 * `bubble`), `lang`, `theme` (`auto`, `light`, `dark`), `token`, `select-to-ask`. Event: `wordwire-reply`.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { bestLanguage, stringsOf, type Strings } from "../i18n/index.js";
import { responseOf } from "../model/answers.js";
import { beginningWith, wordOfTheDay } from "../model/asides.js";
import { Conversation, type Exchange } from "../model/conversation.js";
import type { LookupId, Question, Reply } from "../protocol.js";
import { chatStyle } from "./style/chat-style.js";
import "./composer.js";
import type { ComposerElement } from "./composer.js";
import type { LookEvent } from "./events.js";
import "./exchange.js";
import type { ExchangeElement } from "./exchange.js";
import "./head.js";
import { LineWatch } from "./line-watch.js";
import { notice } from "./notice.js";
import { frameStyle, logStyle } from "./style/frame-style.js";
import { base, tokens } from "./style/tokens.js";
import { welcome } from "./welcome.js";

@customElement("wordwire-chat")
export class WordwireChat extends LitElement {
  static override styles = [tokens, base, frameStyle, logStyle, chatStyle];

  /** The origin of a widget's script; undefined for the page at `/`, which asks its own origin. */
  static defaultServer: string | undefined;

  @property() server: string | undefined;
  @property() command = "";
  @property({ reflect: true }) mode: "page" | "inline" | "bubble" = "inline";
  @property({ reflect: true }) theme = "auto";
  @property() override lang = "";
  @property() token: string | undefined;
  @property({ type: Boolean, attribute: "select-to-ask" }) selectToAsk = false;
  @state() private opened = false;
  @state() private revision = 0;
  @state() private dayWord = "";
  @query("ww-composer") private readonly composer!: ComposerElement | null;
  private conversation: Conversation | undefined;
  /** The question to keep in view when its answer comes, unless the reader scrolls elsewhere first. */
  private followed: LookupId | undefined;
  private readonly line = new LineWatch(this, () => this.conversation?.tryNow());

  get strings(): Strings {
    return stringsOf(this.language);
  }

  get language(): string {
    return bestLanguage([
      this.lang || null,
      ...(this.mode === "page" ? [] : [document.documentElement.lang]),
      ...navigator.languages,
    ]);
  }

  private get origin(): string | undefined {
    return this.server ?? WordwireChat.defaultServer;
  }

  /** Asks as if it had been typed; returns the id under which show() finds it. */
  ask(question: Question, takesFocus = false): LookupId | undefined {
    const exchange = this.conversation?.ask(question);
    if (!exchange) return undefined;
    this.dispatchEvent(new CustomEvent<Exchange>("ww-asked", { detail: exchange }));
    this.followed = exchange.id;
    void this.reveal(exchange.id, takesFocus);
    return exchange.id;
  }

  /** Scrolls to a question of the transcript; returns false if the transcript does not have it. */
  show(id: LookupId): boolean {
    if (!this.conversation?.find(id)) return false;
    void this.reveal(id, true);
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.opened = this.mode !== "bubble";
    if (this.opened) this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.conversation?.close();
    this.conversation = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.selectToAsk && changed.has("selectToAsk")) void import("../selection/offer.js");
    if (changed.has("server") && this.hasUpdated && this.conversation) {
      this.conversation.close();
      this.start();
    }
  }

  override render(): TemplateResult {
    return this.selectToAsk
      ? html`<ww-offer .strings=${this.strings} @ww-look=${this.lookedAround}></ww-offer>${this.shape()}`
      : this.shape();
  }

  private shape(): TemplateResult {
    if (!this.opened) {
      return html`<button
        class="bubble"
        type="button"
        aria-label=${this.strings.open}
        @click=${this.openPanel}
      >
        <span aria-hidden="true">W</span>
      </button>`;
    }
    return this.mode === "bubble"
      ? html`<div class="panel" role="dialog" aria-label=${this.strings.appName} @keydown=${this.panelKey}>
          ${this.body()}
        </div>`
      : this.body();
  }

  private body(): TemplateResult {
    const { strings: s, conversation } = this;
    const exchanges = conversation?.exchanges ?? [];
    return html`<ww-head
        .strings=${s}
        .state=${this.lineState()}
        .language=${this.language}
        mode=${this.mode}
        theme=${this.theme}
        ?clearable=${exchanges.length > 0}
        .elsewhere=${this.mode === "page" ? { href: "./rooms", label: s.rooms } : undefined}
        @ww-clear=${this.clear}
        @ww-close=${this.closePanel}
        @ww-language=${(event: CustomEvent<string>) => this.choose("lang", "ww-language-set", event.detail)}
        @ww-theme=${(event: CustomEvent<string>) => this.choose("theme", "ww-theme-set", event.detail)}
      ></ww-head>
      <div
        class="log"
        role="log"
        aria-label=${s.transcript}
        tabindex="0"
        @wheel=${this.unfollow}
        @touchmove=${this.unfollow}
      >
        ${this.mode === "page" ? html`<h2 class="sr">${s.transcript}</h2>` : nothing}
        <div class="column" @ww-look=${this.looked} @ww-retry=${this.retried}>
          ${
            exchanges.length === 0
              ? welcome(s, this.dayWord, conversation?.canResume() ?? false, () => this.resume())
              : nothing
          }
          ${repeat(
            exchanges,
            ({ id }) => id,
            (exchange) => this.exchange(exchange),
          )}
        </div>
      </div>
      <div class="foot">
        <div class="column">
          ${notice(s, conversation, this.line, this.origin)}
          <ww-composer
            .strings=${s}
            .command=${this.command}
            .complete=${(prefix: string) => this.complete(prefix)}
            @ww-look=${(event: LookEvent) => this.ask(event.question)}
          ></ww-composer>
        </div>
      </div>`;
  }

  private exchange(exchange: Exchange): TemplateResult {
    return html`<ww-exchange
      data-id=${exchange.id}
      .exchange=${exchange}
      .reply=${exchange.reply}
      .progress=${exchange.progress}
      .strings=${this.strings}
      .quietly=${(question: Question) => this.quietly(question)}
      ?links=${this.mode === "page"}
    ></ww-exchange>`;
  }

  private lineState(): keyof Strings["state"] {
    if (this.line.isOffline) return "offline";
    return this.line.isRefusedOrigin ? "refused" : (this.conversation?.state ?? "connecting");
  }

  private start(): void {
    const server = this.origin;
    const scope = this.mode === "page" ? "wordwire" : ["wordwire", server, this.mode, this.id].join(":");
    this.conversation = new Conversation(
      server,
      scope,
      { changed: () => this.changed(), replied: (reply) => this.replied(reply) },
      { token: this.token },
    );
    this.line.connecting(server);
  }

  private changed(): void {
    this.revision++;
    if (this.conversation?.state !== "online") return;
    this.line.connected();
    if (this.mode === "page" && this.conversation.exchanges.length === 0 && !this.dayWord)
      void this.fetchDayWord();
  }

  private async fetchDayWord(): Promise<void> {
    this.dayWord = " "; // requested; once is enough
    this.dayWord = await wordOfTheDay((question) => this.quietly(question));
  }

  private replied(reply: Reply): void {
    if (reply.id === this.followed) void this.reveal(reply.id, false);
    const detail = { ...reply, response: responseOf(reply) };
    this.dispatchEvent(new CustomEvent("wordwire-reply", { detail, bubbles: true, composed: true }));
  }

  private unfollow(): void {
    this.followed = undefined;
  }

  private quietly(question: Question): Promise<Reply> {
    const none: Reply = { id: "", option: "", word: "", response: "[]" };
    return this.conversation?.quietly(question) ?? Promise.resolve(none);
  }

  private async complete(prefix: string): Promise<string[]> {
    if (this.conversation?.state !== "online") return [];
    return beginningWith(prefix, (question) => this.quietly(question));
  }

  /** Asks about a tapped word, and moves the focus to that question, so that Tab leads into the answer. */
  private looked(event: LookEvent): void {
    this.ask(event.question, true);
  }

  /** Asks about a word of the page around the widget. */
  private lookedAround(event: LookEvent): void {
    if (!this.opened) this.openPanel();
    this.looked(event);
  }

  private retried(event: CustomEvent<Exchange>): void {
    this.conversation?.retry(event.detail);
  }

  private resume(): void {
    this.conversation?.resume();
    void this.updateComplete.then(() => this.composer?.focus());
  }

  private clear(): void {
    this.conversation?.clear();
    this.dispatchEvent(new CustomEvent("ww-cleared"));
    this.composer?.focus();
  }

  private choose(name: "lang" | "theme", event: string, detail: string): void {
    this[name] = detail;
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  private async reveal(id: LookupId, takesFocus: boolean): Promise<void> {
    await this.updateComplete;
    const element = [...this.renderRoot.querySelectorAll<ExchangeElement>("ww-exchange")].find(
      (candidate) => candidate.exchange.id === id,
    );
    await element?.reveal(takesFocus);
  }

  private openPanel(): void {
    this.opened = true;
    if (!this.conversation) this.start();
    void this.updateComplete.then(() => this.composer?.focus());
  }

  private closePanel(): void {
    this.opened = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".bubble")?.focus());
  }

  private panelKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.closePanel();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "wordwire-chat": WordwireChat;
  }
}
