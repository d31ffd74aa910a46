/** The element's shape: in its page, or a bubble in the corner that opens a panel. */
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { AboveKeyboard } from "./style/above-keyboard.js";
import type { ComposerElement, Draft } from "./composer.js";
import { SiteElement } from "./site-element.js";

export abstract class PanelElement extends SiteElement {
  @state() private opened = false;
  /** Whether the panel of a bubble has been open: from then on it is only hidden, and keeps its contents. */
  @state() private wasOpened = false;

  /** What the last composer held, for the next one: a change of the mode draws another. */
  protected draft: Draft | undefined;

  /** Connects to the server, unless that has happened. */
  protected abstract start(): void;
  protected abstract body(): TemplateResult;
  protected abstract readonly composer: ComposerElement | null;

  constructor() {
    super();
    new AboveKeyboard(this);
  }

  /** Opens the panel of a bubble. */
  open(takesFocus = true): void {
    if (!this.isConnected) return;
    this.start();
    if (!this.opened) {
      this.opened = this.wasOpened = true;
      this.tell("wordwire-open");
    }
    if (takesFocus) void this.updateComplete.then(() => this.composer?.focus());
  }

  /** Closes the panel of a bubble. */
  close(): void {
    if (!this.opened || this.mode !== "bubble") return;
    const hadFocus = this.matches(":focus-within");
    this.opened = false;
    this.tell("wordwire-close");
    if (hadFocus)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".bubble")?.focus());
  }

  /** Puts the focus into the text box, or on the closed bubble. */
  override focus(): void {
    if (this.opened) this.composer?.focus();
    else this.renderRoot.querySelector<HTMLElement>(".bubble")?.focus();
  }

  /** Puts a text into the box, for the reader to go on with. */
  type(text: string): void {
    this.composer?.type(text);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.shut();
    if (this.opened && this.mode === "page") this.start();
    this.requestUpdate(); // after a move, too
  }

  /** Starts before the first drawing, by which time the script of a widget has named its server. */
  protected startIfOpen(): void {
    if (this.opened && this.isConnected) this.start();
  }

  /** Returns to the state in which an element of this mode begins. */
  protected shut(): void {
    this.draft = this.composer?.draft ?? this.draft;
    this.opened = this.wasOpened = this.mode !== "bubble";
  }

  protected shape(): TemplateResult {
    if (this.mode !== "bubble") return this.body();
    const { strings: s, opened } = this;
    return html`<button
        class="bubble"
        lang=${this.language}
        part="bubble"
        type="button"
        aria-label=${s.open}
        ?hidden=${opened}
        @click=${() => this.open()}
      >
        <slot name="icon"><span aria-hidden="true">W</span></slot>
      </button>
      ${
        this.wasOpened
          ? html`<div
              class="panel"
              lang=${this.language}
              part="panel"
              role="dialog"
              aria-label=${this.heading || s.appName}
              ?hidden=${!opened}
              @keydown=${this.panelKey}
            >
              ${this.body()}
            </div>`
          : nothing
      }`;
  }

  private panelKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault(); // a dialog of the site around the panel stays open
    event.stopPropagation();
    this.close();
  }
}
