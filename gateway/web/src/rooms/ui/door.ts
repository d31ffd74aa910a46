/** The form in front of a room: create one, or enter the one whose link was opened; and why that was refused. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { RoomStrings } from "../../i18n/rooms.js";
import { recall, remember } from "../../page/preferences.js";
import type { WireError } from "../../protocol.js";
import { formStyle } from "../../ui/style/form-style.js";
import { base } from "../../ui/style/tokens.js";
import { doorStyle } from "./door-style.js";
import { LONGEST_NAME, LONGEST_TITLE } from "../protocol.js";

export interface Arrival {
  name: string;
  title: string;
}

/** Refusals that neither another name nor another try changes. */
const HOPELESS = new Set(["no_such_room", "unauthorized"]);

@customElement("ww-door")
export class DoorElement extends LitElement {
  static override styles = [base, formStyle, doorStyle];

  @property({ attribute: false }) strings!: RoomStrings;
  /** Whether a room's link was opened, so that no room is created. */
  @property({ type: Boolean }) invited = false;
  /** Whether the room is being opened; then the form can only wait. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: WireError | undefined;
  @query("[name=name]") private nameBox!: HTMLInputElement | null;
  @query("[name=title]") private titleBox!: HTMLInputElement | null;

  override focus(): void {
    this.nameBox?.focus();
  }

  override render(): TemplateResult {
    const { strings: s, invited, problem } = this;
    const isHopeless = invited && problem !== undefined && HOPELESS.has(problem.code);
    return html`<section>
      <h2>${invited ? s.invited : s.welcome}</h2>
      <p>${invited ? s.invitedMore : s.welcomeMore}</p>
      <div role="alert">${problem ? this.refusal(problem) : nothing}</div>
      ${isHopeless ? nothing : this.form()}
      ${invited ? html`<p class="another"><a href="./rooms">${s.another}</a></p>` : nothing}
    </section>`;
  }

  private form(): TemplateResult {
    const { strings: s, invited, busy } = this;
    const [act, acting] = invited ? [s.join, s.joining] : [s.create, s.creating];
    return html`<form @submit=${this.submit}>
      <label>
        <span>${s.name}</span>
        <input
          name="name"
          required
          maxlength=${LONGEST_NAME}
          autocomplete="nickname"
          dir="auto"
          .value=${recall("name")}
        />
      </label>
      ${
        invited
          ? nothing
          : html`<label>
              <span>${s.title}</span>
              <input name="title" maxlength=${LONGEST_TITLE} autocomplete="off" dir="auto" />
            </label>`
      }
      <button type="submit" aria-disabled=${busy}>${busy ? acting : act}</button>
    </form>`;
  }

  private refusal({ code, message }: WireError): TemplateResult {
    const { badName, problems } = this.strings;
    return html`<p class="refusal">${code === "bad_request" ? badName : (problems[code] ?? message)}</p>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const name = this.nameBox?.value.trim() ?? "";
    if (this.busy) return;
    if (!name) {
      this.focus();
      return;
    }
    remember("name", name);
    const detail: Arrival = { name, title: this.titleBox?.value.trim() ?? "" };
    this.dispatchEvent(new CustomEvent("ww-arrive", { detail }));
  }
}
