/** The text box: plain English or a command from the menu, with completions while typing. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Strings } from "../i18n/index.js";
import {
  commandNamed,
  FIRST_COMMANDS,
  LONGEST_WORD,
  menuCommands,
  mostCharacters,
  takesPos,
  takesText,
} from "../model/commands.js";
import { Completions } from "../model/completions.js";
import { ask, commandName, lookUp, readable } from "../model/questions.js";
import type { Question } from "../protocol.js";
import { composerStyle } from "./style/composer-style.js";
import { LookEvent } from "./events.js";
import { formStyle } from "./style/form-style.js";
import { base } from "./style/tokens.js";

const ASK = "";
const LONGEST_TEXT = 1000;
const POS_CHOICES = ["n", "v", "a", "r"];

/** A question that is not sent yet. */
export type Draft = Record<"command" | "text" | "pos" | "second", string>;

@customElement("ww-composer")
export class ComposerElement extends LitElement {
  static override styles = [base, formStyle, composerStyle];

  @property({ attribute: false }) strings!: Strings;
  /** The initial command; empty for plain English. */
  @property() command = ASK;
  /** Asks the server without a trace in the transcript. */
  @property({ attribute: false }) complete: ((prefix: string) => Promise<string[]>) | undefined;
  /** Returns the question that many questions back. */
  @property({ attribute: false }) recall: ((back: number) => Question | undefined) | undefined;
  @state() private text = "";
  @state() private pos = "";
  @state() private second = "";
  @state() private offered: string[] = [];
  @state() private active = -1;
  @query("#text") private box!: HTMLInputElement;
  /** How far back the question in the text box is; 0 for a new one. */
  private back = 0;
  private readonly completions = new Completions(
    (prefix) => this.complete?.(prefix) ?? Promise.resolve([]),
    (words) => this.offer(words),
  );

  get draft(): Draft | undefined {
    const { command, text, pos, second } = this;
    return { command, text, pos, second };
  }

  /** Sets what another composer has left. */
  set draft(draft: Draft | undefined) {
    Object.assign(this, draft);
  }

  override focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Begins a question with a text. */
  type(text: string): void {
    this.text = text;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.completions.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("command") && !takesPos(this.command)) this.pos = "";
  }

  override render(): TemplateResult {
    const { strings: s, command } = this;
    const needsWord = command === ASK || (commandNamed(command)?.needsWord ?? true);
    return html`<form @submit=${this.submit} aria-label=${s.compose} autocomplete="off">
      <div class="line">
        ${this.commandMenu()} ${takesPos(command) ? this.posMenu() : nothing}
        ${needsWord ? this.textBox() : html`<span class="no-word">${commandName(s, command)}</span>`}
        ${commandNamed(command)?.needsSecondWord ? this.secondBox() : nothing}
        <button class="send" part="send" type="submit">${s.send}</button>
      </div>
    </form>`;
  }

  private commandMenu(): TemplateResult {
    const { strings: s } = this;
    const option = (name: string): TemplateResult =>
      html`<option value=${name} ?selected=${name === this.command}>${commandName(s, name)}</option>`;
    return html`<span class="menu ${this.command === ASK ? "plain" : ""}">
      <select
        part="menu"
        aria-label=${s.command}
        .value=${live(this.command)}
        @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
      >
        <option value=${ASK} ?selected=${this.command === ASK}>${s.askAnything}</option>
        <optgroup label=${s.firstCommands}>${FIRST_COMMANDS.map(option)}</optgroup>
        ${
          menuCommands().length > 0
            ? html`<optgroup label=${s.moreCommands}>
                ${menuCommands().map(({ name }) => option(name))}
              </optgroup>`
            : nothing
        }
      </select>
    </span>`;
  }

  private posMenu(): TemplateResult {
    return html`<select
      aria-label=${this.strings.partOfSpeech}
      .value=${live(this.pos)}
      @change=${(event: Event) => (this.pos = (event.target as HTMLSelectElement).value)}
    >
      <option value="">${this.strings.anyPos}</option>
      ${POS_CHOICES.map((pos) => html`<option value=${pos}>${this.strings.pos[pos]}</option>`)}
    </select>`;
  }

  private textBox(): TemplateResult {
    const { strings: s, offered, active } = this;
    const open = offered.length > 0;
    return html`<div class="box">
      <input
        id="text"
        part="box"
        type="text"
        role="combobox"
        aria-label=${this.labels().label}
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="offered"
        aria-activedescendant=${active >= 0 ? `offer-${active}` : nothing}
        placeholder=${this.labels().placeholder}
        maxlength=${this.command === ASK ? LONGEST_TEXT : mostCharacters(this.command)}
        autocapitalize="none"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="send"
        .value=${live(this.text)}
        @input=${this.typed}
        @keydown=${this.key}
        @blur=${() => this.offer([])}
      />
      <ul id="offered" role="listbox" aria-label=${s.completions} ?hidden=${!open}>
        ${offered.map(
          (word, index) =>
            html`<li
              id="offer-${index}"
              role="option"
              lang="en"
              aria-selected=${index === active}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.take(word)}
            >
              ${readable(word)}
            </li>`,
        )}
      </ul>
      <span class="sr" role="status">${open ? s.completionCount(offered.length) : ""}</span>
    </div>`;
  }

  private labels(): { label: string; placeholder: string } {
    const { texts, textLabel: label, askPlaceholder, wordPlaceholder } = this.strings;
    const placeholder = this.command === ASK ? askPlaceholder : wordPlaceholder;
    return texts[this.command] ?? { label, placeholder };
  }

  private secondBox(): TemplateResult {
    return html`<input
      class="second"
      type="text"
      aria-label=${this.strings.secondWord}
      placeholder=${this.strings.secondWord}
      maxlength=${LONGEST_WORD}
      autocapitalize="none"
      spellcheck="false"
      .value=${live(this.second)}
      @input=${(event: Event) => (this.second = (event.target as HTMLInputElement).value)}
    />`;
  }

  private choose(command: string): void {
    this.command = command;
    this.completions.stop();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#text")?.focus());
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.back = 0;
    if (!takesText(this.command)) this.completions.typed(this.text);
  }

  private offer(words: string[]): void {
    this.offered = words;
    this.active = -1;
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.offered.length === 0) this.keyWithoutOffers(event);
    else if (event.key === "Escape") {
      event.stopPropagation(); // it closes the completions, neither the panel around them
      event.preventDefault(); // nor a dialog of the site
      this.completions.stop();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const places = this.offered.length + 1; // one place is the text box itself
      this.active = ((this.active + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places) - 1;
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.take(this.offered[this.active] ?? this.text);
    }
  }

  /** Leads through the questions of the conversation, from an empty text box upwards. */
  private keyWithoutOffers(event: KeyboardEvent): void {
    const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const back = this.back + step;
    const question = back > 0 ? this.recall?.(back) : undefined;
    if (step === 0 || (this.text && this.back === 0) || back < 0 || (back > 0 && !question)) return;
    event.preventDefault();
    this.back = back;
    const {
      command = ASK,
      word = "",
      pos = "",
      word2 = "",
    } = question?.event === "my_message" ? question.fields : {};
    if (question) this.command = command;
    this.text = question?.event === "ask" ? question.fields.text : word;
    this.pos = pos;
    this.second = word2;
  }

  private take(word: string): void {
    this.text = readable(word);
    this.completions.stop();
    this.send();
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.completions.stop();
    this.send();
  }

  private send(): void {
    const question = this.question();
    if (!question) {
      this.renderRoot.querySelector<HTMLElement>(this.text.trim() ? ".second" : "#text")?.focus();
      return;
    }
    this.dispatchEvent(new LookEvent(question));
    if (matchMedia("(pointer: coarse)").matches) this.box.blur(); // the keyboard of a phone would hide the answer
    this.back = 0;
    this.text = "";
    this.second = "";
  }

  private question(): Question | undefined {
    const text = this.text.trim();
    if (this.command === ASK) return text ? ask(text) : undefined;
    const command = commandNamed(this.command);
    if (command?.needsWord === false) return lookUp(this.command, "");
    if (!text || (command?.needsSecondWord && !this.second.trim())) return undefined;
    return lookUp(this.command, text, this.pos, this.second.trim());
  }
}
