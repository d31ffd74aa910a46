/** The bar at the top: name, state of the connection, language, theme, clear. */
import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { languageName, LANGUAGES, type Strings } from "../i18n/index.js";
import { base } from "./style/tokens.js";

const THEMES = ["auto", "light", "dark"] as const;
const THEME_SIGNS = { auto: "◐", light: "☀", dark: "☾" };

@customElement("ww-head")
export class HeadElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        container-type: inline-size;
        border-block-end: 1px solid var(--line);
        background: var(--card);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(0.35 * var(--rem)) calc(0.6 * var(--rem));
        max-inline-size: calc(52 * var(--rem));
        margin-inline: auto;
        padding: calc(0.5 * var(--rem)) var(--rem);
      }
      .name {
        margin: 0;
        font-family: var(--serif);
        font-size: calc(1.35 * var(--rem));
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      .name span {
        color: var(--link);
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        margin-inline-end: auto;
        color: var(--muted);
        font-size: calc(0.82 * var(--rem));
        text-decoration: none;
      }
      .state::before {
        content: "";
        inline-size: 0.6em;
        block-size: 0.6em;
        border: 2px solid var(--bad);
        border-radius: 50%;
      }
      .state.online::before {
        border-color: var(--adverb);
        background: var(--adverb);
      }
      select {
        field-sizing: content; /* no gap beside a name shorter than the others */
        min-block-size: calc(2 * var(--rem));
        border: 1px solid transparent;
        border-radius: 999px;
        background: var(--card);
        color: var(--muted);
        font-size: calc(0.85 * var(--rem));
      }
      .code {
        display: none;
      }
      a.quiet {
        display: inline-flex;
        align-items: center;
        text-decoration: none;
      }
      .tools {
        display: flex;
        align-items: center;
        gap: calc(0.15 * var(--rem));
      }
      .icon {
        min-inline-size: calc(2 * var(--rem));
        padding: 0;
        font-size: calc(1.05 * var(--rem));
      }
      @container (max-width: 27em) {
        /* Tight, so that one row is enough; where the font is wide, the name is cut. */
        .bar {
          flex-wrap: nowrap;
          column-gap: calc(0.3 * var(--rem));
          padding-inline: calc(0.5 * var(--rem));
        }
        .name {
          overflow: hidden;
          font-size: calc(1.2 * var(--rem));
          white-space: nowrap;
          text-overflow: ellipsis;
        }
        .tools {
          gap: 0;
        }
        .quiet {
          padding-inline: 0.25em;
        }
        .icon {
          min-inline-size: calc(1.75 * var(--rem));
        }
        /* A code shows the language, above the menu that a tap opens. */
        .language {
          position: relative;
          display: grid;
          place-items: center;
          min-block-size: calc(2 * var(--rem));
          min-inline-size: calc(1.75 * var(--rem));
        }
        .language:focus-within {
          outline: 3px solid var(--accent);
          border-radius: 6px;
        }
        .code {
          display: inline;
          color: var(--muted);
          font-size: calc(0.85 * var(--rem));
          pointer-events: none;
        }
        select {
          position: absolute;
          inset: 0;
          inline-size: 100%;
          opacity: 0;
        }
        .state {
          font-size: 0; /* its ring shows it, and the notice says what is wrong; screen readers still read it */
        }
        .state::before {
          inline-size: calc(0.6 * var(--rem));
          block-size: calc(0.6 * var(--rem));
        }
      }
      @media print {
        .tools,
        .state {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) strings!: Strings;
  @property() state: keyof Strings["state"] = "connecting";
  @property() language = "en";
  /** The site's name for the client, in place of ours. */
  @property() heading = "";
  @property() mode = "page";
  @property() theme = "auto";
  @property({ type: Boolean }) clearable = false;
  /** The number of starred words. */
  @property({ type: Number }) starred = 0;
  /** The link to the other page, if there is one. */
  @property({ attribute: false }) elsewhere: { href: string; label: string } | undefined;

  override render(): TemplateResult {
    const { strings: s, mode, elsewhere, heading } = this;
    const name = heading ? html`${heading}` : html`Word<span>wire</span>`;
    return html`<div class="bar">
      ${mode === "page" ? html`<h1 class="name">${name}</h1>` : html`<h2 class="name">${name}</h2>`}
      <span class="state ${this.state}" role="status">${s.state[this.state]}</span>
      <div class="tools">
        ${elsewhere ? html`<a class="quiet" href=${elsewhere.href}>${elsewhere.label}</a>` : nothing}
        ${
          this.starred > 0
            ? html`<button
                type="button"
                class="quiet icon"
                title=${s.stars.title}
                aria-label=${s.stars.title}
                @click=${() => this.tell("ww-stars")}
              >
                <span aria-hidden="true">★</span>
              </button>`
            : nothing
        }
        ${
          this.clearable
            ? html`<button
                type="button"
                class="quiet"
                title=${s.clearLong}
                @click=${() => this.tell("ww-clear")}
              >
                ${s.clear}
              </button>`
            : nothing
        }
        <span class="language">
          <span class="code" aria-hidden="true">${this.language.toUpperCase()}</span>
          <select
            aria-label=${s.language}
            @change=${(event: Event) => this.tell("ww-language", (event.target as HTMLSelectElement).value)}
          >
            ${LANGUAGES.map(
              (code) =>
                html`<option value=${code} lang=${code} ?selected=${code === this.language}>
                  ${languageName(code)}
                </option>`,
            )}
          </select>
        </span>
        ${mode === "page" ? this.themeButton() : nothing}
        ${
          mode === "bubble"
            ? html`<button
                type="button"
                class="quiet icon"
                aria-label=${s.close}
                @click=${() => this.tell("ww-close")}
              >
                ✕
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private themeButton(): TemplateResult {
    const at = THEMES.findIndex((theme) => theme === this.theme);
    const theme = THEMES[at] ?? "auto";
    const next = THEMES[(at + 1) % THEMES.length] ?? "auto";
    const label = this.strings.theme[theme];
    return html`<button
      type="button"
      class="quiet icon"
      title=${label}
      aria-label=${label}
      @click=${() => this.tell("ww-theme", next)}
    >
      <span aria-hidden="true">${THEME_SIGNS[theme]}</span>
    </button>`;
  }

  private tell(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
