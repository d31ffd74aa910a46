/** <wordwire-chat>: the whole client as one element, for the page at `/` and for any other site. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Stars } from "../desk/stars.js";
import type { Strings } from "../i18n/index.js";
import { responseOf } from "../model/answers.js";
import { beginningWith, wordOfTheDay, type DayWord } from "../model/asides.js";
import { Conversation, type Exchange } from "../model/conversation.js";
import { History } from "../model/history.js";
import { ask, rootPath } from "../model/questions.js";
import type { Answered, LookupId, Question, Reply } from "../protocol.js";
import { chatStyle } from "./style/chat-style.js";
import "./composer.js";
import type { ComposerElement } from "./composer.js";
import type { LookEvent } from "./events.js";
import "./exchange.js";
import type { ExchangeElement } from "./exchange.js";
import "./head.js";
import { LineWatch } from "./line-watch.js";
import { banner, notice } from "./notice.js";
import { frameStyle, logStyle } from "./style/frame-style.js";
import { base, tokens, untouched } from "./style/tokens.js";
import { PanelElement } from "./panel-element.js";
import { scopeOf } from "./site-element.js";
import { stretches } from "./stretches.js";
import { welcome } from "./welcome.js";

@customElement("wordwire-chat")
export class WordwireChat extends PanelElement {
  static override styles = [tokens, base, untouched, frameStyle, logStyle, chatStyle];

  @state() private revision = 0;
  @state() private dayWord: DayWord | undefined;
  @state() private starList: "closed" | "open" | "failed" = "closed";
  @query("ww-composer") protected readonly composer!: ComposerElement | null;
  private conversation: Conversation | undefined;
  /** The server of the conversation; a script may set another before the first update. */
  private asked: string | undefined;
  /** The starred words, on the full page. */
  private stars: Stars | undefined;
  private state: Conversation["state"] = "connecting";
  /** The question to keep in view when its answer comes, unless the reader scrolls elsewhere first. */
  private followed: LookupId | undefined;
  private readonly line = new LineWatch(this, () => this.conversation?.tryNow());

  /** Asks a sentence or a question as if it had been typed; returns the id under which show() finds it; a `known` reply needs no lookup. */
  ask(question: Question | string, takesFocus = false, known?: Answered): LookupId | undefined {
    this.open(false);
    const exchange = this.conversation?.ask(typeof question === "string" ? ask(question) : question, known);
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

  /** Removes all questions and answers, here and from the storage. */
  clear(): void {
    this.conversation?.clear();
    this.conversation?.forget();
    this.dispatchEvent(new CustomEvent("ww-cleared"));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.conversation?.close();
    this.conversation = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has("mode")) this.shut();
    this.startIfOpen();
    if (this.selectToAsk && changed.has("selectToAsk")) void import("../selection/offer.js");
    if (this.conversation && this.asked !== this.address) {
      this.conversation.close();
      this.conversation = undefined;
      this.start();
    }
    if (changed.has("token") && this.conversation?.state === "refused") this.conversation.tryNow();
  }

  override render(): TemplateResult {
    return this.selectToAsk
      ? html`<ww-offer .strings=${this.strings} @ww-look=${this.looked}></ww-offer>${this.shape()}`
      : this.shape();
  }

  protected body(): TemplateResult {
    const { strings: s, conversation } = this;
    const exchanges = conversation?.exchanges ?? [];
    return html`${this.starList === "open" ? this.starred() : nothing}
      ${this.header === "none" ? nothing : this.head(exchanges.length > 0)}
      <div
        class="log"
        lang=${this.language}
        part="log"
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
          ${stretches(exchanges, (exchange) => this.exchange(exchange, s))}
        </div>
      </div>
      <div class="foot" part="foot" lang=${this.language}>
        <div class="column">
          ${this.starList === "failed" ? banner(s.stars.failed) : nothing}
          ${conversation?.canUndo ? banner(s.cleared, s.undo, () => this.restored(), "calm") : nothing}
          ${notice(s, conversation, this.line, this.address)}
          <ww-composer
            exportparts="menu, box, send"
            .strings=${s}
            .command=${this.command}
            .draft=${this.draft}
            .recall=${this.recall}
            .complete=${(prefix: string) => this.complete(prefix)}
            @ww-look=${(event: LookEvent) => this.ask(event.question)}
          ></ww-composer>
        </div>
      </div>`;
  }

  private head(isClearable: boolean): TemplateResult {
    const { strings: s } = this;
    return html`<ww-head
      part="head"
      lang=${this.language}
      .strings=${s}
      .state=${this.lineState()}
      .language=${this.language}
      .heading=${this.heading}
      mode=${this.mode}
      theme=${this.theme}
      ?clearable=${isClearable}
      .starred=${this.stars?.all.length ?? 0}
      .elsewhere=${this.mode === "page" ? { href: `${rootPath()}rooms`, label: s.rooms } : undefined}
      @ww-clear=${this.cleared}
      @ww-stars=${this.openStarList}
      @ww-close=${this.close}
      @ww-language=${(event: CustomEvent<string>) => this.choose("lang", "ww-language-set", event.detail)}
      @ww-theme=${(event: CustomEvent<string>) => this.choose("theme", "ww-theme-set", event.detail)}
    ></ww-head>`;
  }

  private exchange(exchange: Exchange, strings: Strings): TemplateResult {
    return html`<ww-exchange
      exportparts="question, card"
      data-id=${exchange.id}
      .exchange=${exchange}
      .reply=${exchange.reply}
      .progress=${exchange.progress}
      .strings=${strings}
      .quietly=${this.quietly}
      .stars=${this.stars}
      ?links=${this.mode === "page"}
    ></ww-exchange>`;
  }

  private lineState(): keyof Strings["state"] {
    if (this.line.isOffline) return "offline";
    return this.line.isRefusedOrigin ? "refused" : (this.conversation?.state ?? "connecting");
  }

  private starred(): TemplateResult {
    return html`<ww-star-list
      .stars=${this.stars}
      .strings=${this.strings}
      @ww-look=${this.looked}
      @close=${() => (this.starList = "closed")}
    ></ww-star-list>`;
  }

  private openStarList(): void {
    import("../desk/star-list.js").then(
      () => (this.starList = "open"),
      () => (this.starList = "failed"),
    );
  }

  protected start(): void {
    if (this.conversation) return;
    if (this.mode === "page" && !this.stars) {
      this.stars = new Stars();
      this.stars.addEventListener("change", () => this.requestUpdate());
    }
    const server = (this.asked = this.address);
    this.conversation = new Conversation(
      server,
      new History(scopeOf(this, server), this.storage),
      { changed: () => this.changed(), replied: (reply) => this.replied(reply) },
      { token: () => this.currentToken() },
    );
    this.line.connecting(server);
  }

  private changed(): void {
    this.revision++;
    const { state, reason } = this.conversation ?? {};
    if (state && state !== this.state) {
      this.state = state;
      if (state === "online") this.tell("wordwire-ready");
      if (state === "refused") this.tell("wordwire-unauthorized", reason);
    }
    if (this.conversation?.state !== "online") return;
    this.line.connected();
    if (this.mode === "page" && this.conversation.exchanges.length === 0 && !this.dayWord)
      void this.fetchDayWord();
  }

  private async fetchDayWord(): Promise<void> {
    this.dayWord = { word: "", definition: "" }; // requested; once is enough
    this.dayWord = await wordOfTheDay((question) => this.quietly(question));
  }

  private replied(reply: Reply): void {
    if (reply.id === this.followed) void this.reveal(reply.id, false);
    this.tell("wordwire-reply", { ...reply, response: responseOf(reply) });
    if (reply.error) this.tell("wordwire-error", reply.error);
  }

  private unfollow(): void {
    this.followed = undefined;
  }

  /** Asks without a trace; one function for all exchanges, so that none is drawn again because of it. */
  private readonly quietly = (question: Question): Promise<Reply> => {
    const none: Reply = { id: "", option: "", word: "", response: "[]" };
    return this.conversation?.quietly(question) ?? Promise.resolve(none);
  };

  private readonly recall = (back: number): Question | undefined =>
    this.conversation?.exchanges.at(-back)?.question;

  private async complete(prefix: string): Promise<string[]> {
    if (this.conversation?.state !== "online") return [];
    return beginningWith(prefix, (question) => this.quietly(question));
  }

  /** Asks about a tapped word, and moves the focus to that question, so that Tab leads into the answer. */
  private looked(event: LookEvent): void {
    this.ask(event.question, true);
  }

  private retried(event: CustomEvent<Exchange>): void {
    this.conversation?.retry(event.detail);
  }

  private resume(): void {
    this.conversation?.resume();
    void this.updateComplete.then(() => this.composer?.focus());
  }

  private cleared(): void {
    this.conversation?.clear();
    this.dispatchEvent(new CustomEvent("ww-cleared"));
    this.composer?.focus();
  }

  private restored(): void {
    this.conversation?.undo();
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
}

declare global {
  interface HTMLElementTagNameMap {
    "wordwire-chat": WordwireChat;
  }
}
