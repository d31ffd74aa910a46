/** The text box of a room: Enter sends, Shift+Enter begins a new line. */
import { LitElement, html, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import { formStyle } from "../../ui/style/form-style.js";
import { base } from "../../ui/style/tokens.js";
import { LONGEST_TEXT } from "../protocol.js";
import { sayBoxStyle } from "./say-box-style.js";

/** The prefix that makes a message a question to the dictionary. */
const MENTION = "@word ";
const IS_QUESTION = /^(@word\b|\/[a-z])/i;
/** `keyCode` of a key that an input method is processing. */
const COMPOSING = 229;

@customElement("ww-say-box")
export class SayBoxElement extends LitElement {
  static override styles = [base, formStyle, sayBoxStyle];

  @property({ attribute: false }) strings!: RoomStrings;
  @state() private text = "";
  @query("textarea") private box!: HTMLTextAreaElement;

  override focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Puts a question to the dictionary into the box, for the user to check and send; without one, the prefix. */
  propose(question?: string): void {
    const text = question ?? this.text;
    this.text = IS_QUESTION.test(text) ? text : MENTION + text;
    this.focus();
    void this.updateComplete.then(() => this.box.setSelectionRange(this.text.length, this.text.length));
  }

  override render(): TemplateResult {
    const { strings: s, text } = this;
    return html`<form @submit=${this.submit} aria-label=${s.text}>
      <textarea
        aria-label=${s.text}
        placeholder=${s.placeholder}
        rows=${Math.min(5, text.split("\n").length)}
        maxlength=${LONGEST_TEXT}
        dir="auto"
        enterkeyhint="send"
        .value=${live(text)}
        @input=${this.typed}
        @keydown=${this.key}
      ></textarea>
      <button type="button" class="chip ask" @click=${() => this.propose()}>${s.ask}</button>
      <button type="submit" class="send">${s.send}</button>
    </form>`;
  }

  private typed(): void {
    this.text = this.box.value;
    if (this.text.trim()) this.dispatchEvent(new CustomEvent("ww-typing"));
  }

  private key(event: KeyboardEvent): void {
    // Enter also ends an input method's composition; Safari shows that by the code alone.
    const isComposing = event.isComposing || event.keyCode === COMPOSING; // eslint-disable-line @typescript-eslint/no-deprecated -- see above
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    this.send();
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.send();
    this.focus();
  }

  private send(): void {
    const text = this.text.trim();
    if (!text) return;
    this.text = "";
    this.dispatchEvent(new CustomEvent("ww-say", { detail: text }));
  }
}
