/** The buttons of an entry on the full page: a star for its word, and the address to share. */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import type { Answered } from "../protocol.js";
import { shareButton } from "./share.js";
import { headwordOf, MOST_STARRED, starredOf, type Stars } from "./stars.js";

const ENTRIES: ReadonlySet<string> = new Set(["overview", "definition"]);

export class EntryButtons implements ReactiveController {
  private word = "";
  private isStarred = false;
  /** Why the last star was not kept. */
  private trouble: "" | "full" | "unkept" = "";

  constructor(private readonly host: LitElement & { stars: Stars | undefined }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.stars?.addEventListener("change", this.changed);
  }

  hostDisconnected(): void {
    this.host.stars?.removeEventListener("change", this.changed);
  }

  draw(
    reply: Answered,
    s: Strings,
    report: (copying: Promise<boolean | undefined>) => unknown,
  ): TemplateResult | typeof nothing {
    const { stars } = this.host;
    if (!stars || !ENTRIES.has(reply.option)) return nothing;
    this.word = headwordOf(reply);
    this.isStarred = stars.has(this.word);
    const trouble = { "": "", full: s.stars.full(MOST_STARRED), unkept: s.stars.unkept }[this.trouble];
    return html`<button
        type="button"
        class="quiet"
        aria-pressed=${this.isStarred}
        @click=${() => this.toggle(stars, reply)}
      >
        <span aria-hidden="true">${this.isStarred ? "★" : "☆"}</span> ${s.stars.star}
      </button>
      ${shareButton(reply, s.share, report)}<span class="option" aria-live="polite">${trouble}</span>`;
  }

  private toggle(stars: Stars, reply: Answered): void {
    const isDone = stars.toggle(starredOf(reply));
    if (!isDone) this.trouble = "full";
    else this.trouble = stars.isKept ? "" : "unkept";
    this.host.requestUpdate();
  }

  /** Draws the host again if the star of its word came or went; the other entries stay as they are. */
  private readonly changed = (): void => {
    if (this.word && this.host.stars?.has(this.word) !== this.isStarred) this.host.requestUpdate();
  };
}
