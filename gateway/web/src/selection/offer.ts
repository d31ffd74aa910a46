/**
 * <ww-offer>: a button near a word that the reader selects on the page, to look it up in its sentence.
 *
 * The page stays as it is: the button lies in the top layer, in our own shadow tree. Nothing is sent before the click.
 */
import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Strings } from "../i18n/index.js";
import { lookUp } from "../model/questions.js";
import { LookEvent } from "../ui/events.js";
import { base } from "../ui/style/tokens.js";
import { selectedIn } from "./page-text.js";
import { sentenceAround, wordIn } from "./sentence.js";

/** A selection grows letter by letter, and a tap on the button may clear it before its click. */
const PAUSE_MS = 250;
const GAP_PX = 6;

@customElement("ww-offer")
export class OfferElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      button {
        position: fixed;
        inset: auto;
        z-index: var(--wordwire-z-index, 2147483000);
        margin: 0;
        box-shadow: 0 4px 16px rgb(0 0 0 / 0.22);
        font-family: var(--sans);
        line-height: 1.45;
      }
      [hidden] {
        display: none;
      }
      .sr {
        position: fixed; /* so that it lengthens no page */
        inset: 0 auto auto 0;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @state() private word = "";
  @query("button") private readonly button!: HTMLButtonElement;
  private sentence = "";
  private range: Range | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isPressed = false;
  /** Whether the selection has changed since it was read; one that was looked up or closed is not offered again. */
  private isNew = false;
  /** Where the focus came from; it returns there. */
  private origin: Element | null = null;
  private listening = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    const press = (isPressed: boolean) => (): void => {
      this.isPressed = isPressed;
      this.wait();
    };
    const change = (): void => {
      this.isNew = true;
      this.wait();
    };
    document.addEventListener("selectionchange", change, { signal });
    document.addEventListener("pointerdown", press(true), { signal, capture: true });
    document.addEventListener("pointerup", press(false), { signal, capture: true });
    document.addEventListener("pointercancel", press(false), { signal, capture: true });
    document.addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    document.addEventListener("scroll", () => this.place(), { signal, capture: true, passive: true });
    window.addEventListener("resize", () => this.place(), { signal });
    change(); // the reader may have selected a word while this code was on its way
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    const { word, strings: s } = this;
    return html`<button
        type="button"
        class="chip"
        popover="manual"
        ?hidden=${!word}
        @pointerdown=${keepSelection}
        @mousedown=${keepSelection}
        @click=${this.look}
      >
        ${word ? s.offer(word) : ""}
      </button>
      <span class="sr" role="status">${word ? s.offerKeys(word) : ""}</span>`;
  }

  protected override updated(): void {
    // Without popovers, as in Firefox before version 125, the button is fixed all the same.
    if ("popover" in this.button && this.button.matches(":popover-open") !== Boolean(this.word))
      this.button.togglePopover();
    this.place();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), PAUSE_MS);
  }

  private read(): void {
    if (!this.isNew || this.isPressed) return;
    this.isNew = false;
    if (this.hasFocus()) return;
    const selection = document.getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const selected = range && isProse(range) ? selectedIn(range) : undefined;
    this.word = selected ? wordIn(selected.selected) : "";
    this.sentence = selected && this.word ? sentenceAround(selected) : "";
    this.range = this.word ? range : undefined;
  }

  /** Puts the button below the word, or above it at the end of the window; it leaves with a word that scrolls away. */
  private place(): void {
    const { range, button } = this;
    if (!range) return;
    const at = range.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = button;
    const below = at.bottom + GAP_PX;
    const top = below + height > innerHeight ? at.top - GAP_PX - height : below;
    const left = Math.min(Math.max(at.left + (at.width - width) / 2, GAP_PX), innerWidth - width - GAP_PX);
    button.style.top = `${top}px`;
    button.style.left = `${left}px`;
    button.style.visibility = at.bottom < 0 || at.top > innerHeight ? "hidden" : "";
  }

  /** Tab leads from the selection to the button; Escape or Shift+Tab leads back. */
  private key(event: KeyboardEvent): void {
    if (!this.word || event.ctrlKey || event.altKey || event.metaKey) return;
    const isInside = this.hasFocus();
    if (event.key === "Escape" || (event.key === "Tab" && event.shiftKey && isInside)) {
      if (isInside) event.preventDefault();
      this.close();
    } else if (event.key === "Tab" && !event.shiftKey && !isInside) {
      event.preventDefault();
      this.origin = document.activeElement;
      this.button.focus({ preventScroll: true });
    } else if (event.key === "Tab" && isInside) this.word = "";
  }

  private look(): void {
    this.dispatchEvent(new LookEvent(lookUp("definition", this.word, "", "", this.sentence)));
    this.word = "";
  }

  private close(): void {
    if (this.hasFocus() && this.origin instanceof HTMLElement) this.origin.focus({ preventScroll: true });
    if (this.hasFocus()) this.button.blur();
    this.word = "";
  }

  private hasFocus(): boolean {
    return this.shadowRoot?.activeElement === this.button;
  }
}

/** A press on the button must not move the focus and clear the selection. */
function keepSelection(event: Event): void {
  event.preventDefault();
}

/** Returns whether a selection is in the page's text: not in the widget, and not in a text that somebody writes. */
function isProse(range: Range): boolean {
  const { commonAncestorContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  return !element?.closest("wordwire-chat") && !(element instanceof HTMLElement && element.isContentEditable);
}

declare global {
  interface HTMLElementTagNameMap {
    "ww-offer": OfferElement;
  }
}
