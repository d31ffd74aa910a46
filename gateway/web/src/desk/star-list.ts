/** <ww-star-list>: the starred words in a dialog, to look up, to export and to print; loaded on first use. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Strings } from "../i18n/index.js";
import { wander } from "../model/questions.js";
import { LookEvent } from "../ui/events.js";
import { questionLink } from "../ui/question-link.js";
import { Roving } from "../ui/roving.js";
import { base } from "../ui/style/tokens.js";
import { download } from "./download.js";
import { toAnki, toCsv } from "./exports.js";
import { starListStyle } from "./star-list-style.js";
import type { Starred, Stars } from "./stars.js";

@customElement("ww-star-list")
export class StarListElement extends LitElement {
  static override styles = [base, starListStyle];

  @property({ attribute: false }) stars!: Stars;
  @property({ attribute: false }) strings!: Strings;
  @query("dialog") private dialog!: HTMLDialogElement;
  /** The list is one Tab stop, however long. */
  protected readonly roving = new Roving(this, "li a, li button");
  /** The words when the list was opened: one that loses its star stays in its place, and may get it back. */
  private words: readonly Starred[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.words = this.stars.all;
    this.stars.addEventListener("change", this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stars.removeEventListener("change", this.changed);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { strings: s, stars } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="title">${s.stars.title}</h2>
        <span class="count">${s.words(stars.all.length)}</span>
        <div class="tools">
          <button type="button" class="quiet" @click=${this.saveCsv}>${s.stars.csv}</button>
          <button type="button" class="quiet" @click=${this.saveAnki}>${s.stars.anki}</button>
          <button type="button" class="quiet" @click=${() => print()}>${s.stars.print}</button>
          <button type="button" class="quiet" @click=${() => this.dialog.close()}>${s.stars.close}</button>
        </div>
      </header>
      ${stars.isKept ? nothing : html`<p class="count">${s.stars.unkept}</p>`}
      <ul role="list" aria-description=${s.arrowKeys}>
        ${this.words.map((each) => this.row(each))}
      </ul>
    </dialog>`;
  }

  private row(entry: Starred): TemplateResult {
    const { strings: s, stars } = this;
    const { word, pos, meaning } = entry;
    const isStarred = stars.has(word);
    const look = (): void => this.look(word);
    return html`<li class=${isStarred ? "" : "dropped"}>
      <p>
        <span lang="en"
          >${questionLink(wander(word), word, "word", { links: true, dictionary: "", look, point: undefined, leave: () => undefined })}</span
        >
        <span class="count">${s.pos[pos] ?? pos}</span> <span lang="en">${meaning}</span>
      </p>
      <button
        type="button"
        class="quiet"
        aria-pressed=${isStarred}
        aria-label=${s.stars.starOf(word)}
        @click=${() => stars.toggle(entry)}
      >
        <span aria-hidden="true">${isStarred ? "★" : "☆"}</span>
      </button>
    </li>`;
  }

  private look(word: string): void {
    this.dialog.close();
    this.dispatchEvent(new LookEvent(wander(word)));
  }

  private saveCsv(): void {
    download(toCsv(this.stars.all, this.strings), "text/csv", "wordwire.csv");
  }

  private saveAnki(): void {
    download(toAnki(this.stars.all, this.strings), "text/tab-separated-values", "wordwire-anki.tsv");
  }

  private readonly changed = (): void => this.requestUpdate();
}
