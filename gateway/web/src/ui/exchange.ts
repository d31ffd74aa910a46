/** One question with its answer below, in any state: waiting, answered, failed. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Strings } from "../i18n/index.js";
import { answerOf, responseOf } from "../model/answers.js";
import { plainText } from "../model/plain-text.js";
import type { Exchange } from "../model/conversation.js";
import { isOfOneWord, knows, takesText } from "../model/commands.js";
import { doubtOf, offersSpellings } from "../model/entry.js";
import { ask, commandName, describe, lookUp, readable } from "../model/questions.js";
import { EntryButtons } from "../desk/entry-buttons.js";
import type { Stars } from "../desk/stars.js";
import type { Progress } from "../connection.js";
import type { Answered, Question, Reply, WireError } from "../protocol.js";
import { announcement } from "./announcement.js";
import "./answer.js";
import { copyText } from "../desk/clipboard.js";
import { LookEvent, type PointEvent } from "./events.js";
import { headword } from "./headword.js";
import { alsoView, errorView, langOf, offerView, pieces, removedView, textView } from "./kinds/said.js";
import { Roving } from "./roving.js";
import { exchangeStyle } from "./style/exchange-style.js";
import { base } from "./style/tokens.js";

/** Errors after which asking again may help. */
const PASSING_ERRORS = new Set(["timeout", "unavailable", "busy", "rate_limited", "internal"]);
const NEXT_COMMANDS = ["overview", "definition", "synonyms", "examples", "antonyms"];
const COPIED_SHOWN_MS = 2000;
/** How long an answer counts as new, so that screen readers read it out; unfolding it later is not news. */
const NEWS_MS = 1500;

@customElement("ww-exchange")
export class ExchangeElement extends LitElement {
  static override styles = [base, exchangeStyle];

  @property({ attribute: false }) exchange!: Exchange;
  @property({ attribute: false }) reply: Reply | undefined;
  @property({ attribute: false }) progress!: Progress;
  @property({ attribute: false }) strings!: Strings;
  @property({ type: Boolean }) links = false;
  @property({ attribute: false }) stars: Stars | undefined;
  @property({ attribute: false }) quietly!: (question: Question) => Promise<Reply>;
  @state() private mapState: "closed" | "loading" | "open" | "failed" = "closed";
  @state() private pointed = "";
  @state() private copied = "";
  @state() private isNews = true;
  @state() private now = Date.now();
  @query("h3") private heading!: HTMLElement;
  /** The buttons below an answer are one Tab stop, as are the words in it. */
  protected readonly roving = new Roving(this, ".next button, .tools button");
  private readonly entryButtons = new EntryButtons(this);
  private ticker: ReturnType<typeof setInterval> | undefined;

  /** Puts the focus on the question, so that the next Tab leads into its answer. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  /** Scrolls to the question. */
  async reveal(takesFocus: boolean): Promise<void> {
    await this.updateComplete;
    this.scrollIntoView({ block: "start", behavior: calmly() });
    if (takesFocus) this.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticker);
    this.ticker = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const held = !this.reply && this.progress.stage === "held";
    if (held) this.ticker ??= setInterval(() => (this.now = Date.now()), 500);
    else {
      clearInterval(this.ticker);
      this.ticker = undefined;
    }
    if (!changed.has("reply")) return;
    this.isNews = this.exchange.fresh;
    if (this.reply) setTimeout(() => this.becomeOld(), NEWS_MS);
    if (this.isNews && this.reply?.option === "map" && responseOf(this.reply).length > 0) this.toggleMap();
  }

  override render(): TemplateResult {
    const { subject, aspect } = describe(this.strings, this.exchange.question);
    return html`<article @ww-point=${(event: PointEvent) => (this.pointed = event.key)}>
      <h3 part="question" tabindex="-1" aria-live="off">
        <span class="sr">${this.strings.you}: </span><bdi lang=${langOf(subject)}>${subject}</bdi>
        ${aspect ? html`<span class="aspect">${aspect}</span>` : nothing}
      </h3>
      <div class="card" part="card" aria-live="off" aria-busy=${!this.reply}>
        ${this.reply ? this.answer(this.reply) : this.waiting()}
      </div>
      <p class="sr news" aria-live="polite">
        ${this.reply && this.isNews ? announcement(this.reply, this.strings) : nothing}
      </p>
    </article>`;
  }

  private becomeOld(): void {
    this.isNews = false;
    this.exchange.fresh = false;
  }

  private waiting(): TemplateResult {
    const { progress, strings: s } = this;
    let text = progress.stage === "waiting" ? s.waiting : s.lookingUp;
    if (progress.stage === "held") {
      text = s.held(progress.code, Math.max(1, Math.ceil((progress.until - this.now) / 1000)));
    }
    return html`<p class="waiting" aria-live="off">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${text}
    </p>`;
  }

  private answer(reply: Reply): TemplateResult {
    if (reply.error) return this.failure(reply, reply.error);
    const { strings: s } = this;
    const empty = responseOf(reply).length === 0;
    const doubt = doubtOf(reply);
    if (doubt.length > 0) return this.doubt(doubt);
    return html`${this.head(reply)} ${textView(reply, answerOf(reply), s)}
      ${empty ? nothing : this.found(reply)} ${reply.also ? this.also(reply.also) : nothing}
      ${removedView(reply, s)} ${this.map(reply)}
      <footer>${this.suggestions(reply, empty)}${empty ? nothing : this.tools(reply)}</footer>`;
  }

  private also(reply: Answered): TemplateResult {
    return html`${this.head(reply)} ${alsoView(reply, answerOf(reply), this.strings)} ${this.found(reply)}
    ${reply.also ? this.also(reply.also) : nothing}`;
  }

  private found(reply: Answered): TemplateResult | typeof nothing {
    if (answerOf(reply).kind === "nothing") return nothing; // the text says it all
    return html`<ww-answer
      role="group"
      aria-label=${this.strings.answer}
      aria-description=${this.strings.arrowKeys}
      .reply=${reply}
      .strings=${this.strings}
      .pointed=${this.pointed}
      ?links=${this.links}
    ></ww-answer>`;
  }

  private doubt(questions: string[]): TemplateResult {
    return html`<p class="text">${this.strings.doubt}</p>
      <p class="doubt">${questions.map((text) => this.chip(offerView(text, this.strings), ask(text)))}</p>`;
  }

  private head(reply: Answered): TemplateResult | typeof nothing {
    if (!reply.word || reply.option === "unknown") return nothing;
    const lemma = reply.lemma && reply.lemma !== reply.word ? readable(reply.lemma) : "";
    return html`<header>
      ${isOfOneWord(reply.option) ? headword(reply, this.strings) : nothing}
      <span class="option">${commandName(this.strings, reply.option)}</span>
      ${lemma && !reply.text ? html`<span class="option">${this.strings.lemma(lemma)}</span>` : nothing}
    </header>`;
  }

  private failure(reply: Reply, error: WireError): TemplateResult {
    const { strings: s } = this;
    return html`${errorView(reply, error, s)}
    ${
      PASSING_ERRORS.has(error.code)
        ? html`<button type="button" class="chip" @click=${this.retry}>${s.tryAgain}</button>`
        : nothing
    }`;
  }

  private suggestions(reply: Reply, empty: boolean): TemplateResult | typeof nothing {
    const isAsk = this.exchange.question.event === "ask";
    const given = reply.suggestions ?? [];
    const chips = given.map((text) => ({
      label: offerView(readable(text), this.strings),
      question: this.suggested(text),
    }));
    if (given.length === 0 && !empty && reply.word && !takesText(reply.option))
      chips.push(...this.nextCommands(reply));
    if (chips.length === 0) return nothing;
    const near = isAsk ? offersSpellings(reply) : given.length > 0;
    const label = empty && near ? this.strings.didYouMean : this.strings.next;
    return html`<div class="next">
      <span id="next">${label}</span>
      <ul class="chips" aria-labelledby="next">
        ${chips.map(({ label, question }) => html`<li>${this.chip(label, question)}</li>`)}
      </ul>
    </div>`;
  }

  private chip(label: TemplateResult[], question: Question): TemplateResult {
    return html`<button type="button" class="chip" @click=${() => this.look(question)}>
      <span>${label}</span>
    </button>`;
  }

  /** A suggestion for a sentence is the next sentence; one for a command is another word for it. */
  private suggested(text: string): Question {
    const { question } = this.exchange;
    if (question.event === "ask") return ask(text);
    return lookUp(question.fields.command, readable(text), question.fields.pos, question.fields.word2);
  }

  /** Other commands for the same word; in a sentence, they keep to the meaning that fits. */
  private nextCommands(reply: Reply): { label: TemplateResult[]; question: Question }[] {
    const { event, fields } = this.exchange.question;
    const sentence = event === "ask" ? undefined : fields.sentence;
    return NEXT_COMMANDS.filter((name) => name !== reply.option && knows(name)).map((name) => ({
      label: pieces([commandName(this.strings, name)]),
      question: lookUp(name, readable(sentence ? reply.word : (reply.lemma ?? reply.word)), "", "", sentence),
    }));
  }

  private tools(reply: Reply): TemplateResult {
    const { strings: s, mapState } = this;
    const open = mapState !== "closed";
    const canDraw = (reply.lemma ?? reply.word) !== "" && !takesText(reply.option) && knows("map");
    return html`<div class="tools" aria-live="off">
      ${
        canDraw
          ? html`<button type="button" class="quiet map" aria-expanded=${open} @click=${this.toggleMap}>
              ${open ? s.map.close : s.map.open}
            </button>`
          : nothing
      }
      <button type="button" class="quiet" @click=${() => this.report(copyText(plainText(reply, s)))}>
        ${this.copied || s.copy}
      </button>
      ${this.entryButtons.draw(reply, s, (done) => this.report(done))}
      <span class="sr" role="status">${this.copied}</span>
    </div>`;
  }

  private map(reply: Reply): TemplateResult | typeof nothing {
    const { strings: s, mapState } = this;
    if (mapState === "closed") return nothing;
    return html`<div class="map-place" aria-live="off">
      ${
        mapState === "open"
          ? html`<ww-map
              .word=${reply.lemma ?? reply.word}
              .strings=${s}
              .quietly=${this.quietly}
              .pointed=${this.pointed}
            ></ww-map>`
          : html`<p class="waiting">${mapState === "failed" ? s.map.failed : s.map.loading}</p>`
      }
    </div>`;
  }

  private toggleMap(): void {
    if (this.mapState !== "closed") {
      this.mapState = "closed";
      return;
    }
    this.mapState = "loading";
    import("../map/map.js").then(
      () => void this.showMap(),
      () => (this.mapState = "failed"),
    );
  }

  private async showMap(): Promise<void> {
    this.mapState = "open";
    await this.updateComplete;
    this.renderRoot.querySelector(".map-place")?.scrollIntoView({ block: "nearest", behavior: calmly() });
  }

  /** Says whether something was copied; undefined says nothing. */
  private async report(copying: Promise<boolean | undefined>): Promise<void> {
    const done = await copying;
    if (done === undefined) return;
    this.copied = done ? this.strings.copied : this.strings.copyFailed;
    setTimeout(() => (this.copied = ""), COPIED_SHOWN_MS);
  }

  private look(question: Question): void {
    this.dispatchEvent(new LookEvent(question));
  }

  private retry(): void {
    this.dispatchEvent(new CustomEvent("ww-retry", { bubbles: true, composed: true, detail: this.exchange }));
    this.focus();
  }
}

/** Returns how to scroll: without motion for readers who prefer that. */
function calmly(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
