/** The bar above a room's log: its topic, the people, its link, the way out. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import { copyText } from "../../desk/clipboard.js";
import { base } from "../../ui/style/tokens.js";
import { linkTo } from "../address.js";
import { face, faceStyle } from "./face.js";
import type { Member } from "../protocol.js";
import { roomBarStyle } from "./room-bar-style.js";

const COPIED_SHOWN_MS = 2500;

@customElement("ww-room-bar")
export class RoomBarElement extends LitElement {
  static override styles = [base, faceStyle, roomBarStyle];

  @property({ attribute: false }) strings!: RoomStrings;
  @property() room = "";
  @property({ attribute: "room-title" }) roomTitle = "";
  /** The user first. */
  @property({ attribute: false }) people: readonly Member[] = [];
  @state() private isListOpen = false;
  @state() private copied = "";
  @query(".people") private peopleButton!: HTMLButtonElement;

  override render(): TemplateResult {
    const { strings: s, people, isListOpen, copied } = this;
    return html`<div class="bar">
        <h2>${this.roomTitle ? html`<bdi>${this.roomTitle}</bdi>` : s.untitled}</h2>
        <div class="tools">
          <button
            type="button"
            class="quiet people"
            aria-expanded=${isListOpen}
            @click=${() => (this.isListOpen = !isListOpen)}
          >
            <span aria-hidden="true">${people.slice(0, 3).map(face)}</span> ${s.people(people.length)}
          </button>
          <button type="button" class="chip" @click=${this.share}>${copied || s.share}</button>
          <span class="sr" role="status">${copied}</span>
          <button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent("ww-leave"))}>
            ${s.leave}
          </button>
        </div>
      </div>
      ${isListOpen ? this.list() : nothing}`;
  }

  private list(): TemplateResult {
    const { strings: s, people } = this;
    return html`<div class="list" role="region" aria-label=${s.everybody} tabindex="0" @keydown=${this.key}>
      <ul role="list">
        ${people.map(
          (person, index) =>
            html`<li>
              ${face(person)}
              <bdi>${person.name}</bdi> ${index === 0 ? html`<span class="you">(${s.you})</span>` : nothing}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    this.isListOpen = false;
    this.peopleButton.focus();
  }

  private async share(): Promise<void> {
    const { strings: s } = this;
    this.copied = (await copyText(linkTo(this.room))) ? s.shared : s.shareFailed;
    setTimeout(() => (this.copied = ""), COPIED_SHOWN_MS);
  }
}
