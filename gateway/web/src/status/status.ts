/** /status for people: is it up, how fast, how many are waiting; refreshed every two seconds. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { bestLanguage } from "../i18n/index.js";
import { recall } from "../page/preferences.js";
import { base, tokens } from "../ui/style/tokens.js";
import { statusStrings, type StatusStrings } from "./status-strings.js";
import { statusStyle } from "./status-style.js";

interface Status {
  ready: boolean;
  reasons: string[];
  draining: boolean;
  workers: number;
  connections: number;
  pending: number;
  queued_batches: number;
  commands: Record<string, { count: number; p50_ms: number; p99_ms: number }>;
}

const EVERY_MS = 2000;
const PATIENCE_MS = 4000;

@customElement("wordwire-status")
export class StatusElement extends LitElement {
  static override styles = [tokens, base, statusStyle];

  @state() private current: Status | undefined;
  @state() private isAway = false;
  private readonly language = bestLanguage([recall("language") || null, ...navigator.languages]);
  private readonly s: StatusStrings = statusStrings(this.language);
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    const theme = recall("theme");
    if (theme) this.setAttribute("theme", theme);
    void this.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    const { s, current } = this;
    return html`<header>
        <h1>${s.title}</h1>
        <a href="./">${s.back}</a>
      </header>
      <p class="verdict ${this.verdict()}" role="status">${s.verdict[this.verdict()]}</p>
      ${current && !this.isAway ? this.figures(current) : nothing}`;
  }

  private verdict(): "asking" | "away" | "draining" | "up" | "down" {
    if (this.isAway) return "away";
    if (!this.current) return "asking";
    if (this.current.draining) return "draining";
    return this.current.ready ? "up" : "down";
  }

  private figures({ reasons, workers, pending, connections, commands }: Status): TemplateResult {
    const { s } = this;
    const figure = (name: string, value: number): TemplateResult =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
    const rows = Object.entries(commands).sort(([, a], [, b]) => b.count - a.count);
    return html`${
        reasons.length > 0
          ? html`<ul class="reasons">
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
          : nothing
      }
      <dl>
        ${figure(s.waiting, pending)} ${figure(s.workers, workers)} ${figure(s.connections, connections)}
      </dl>
      <table>
        <caption>
          ${s.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${s.command}</th>
            <th scope="col">${s.count}</th>
            <th scope="col">p50</th>
            <th scope="col">p99</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, { count, p50_ms, p99_ms }]) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${count}</td>
                <td>${milliseconds(p50_ms)}</td>
                <td>${milliseconds(p99_ms)}</td>
              </tr>`,
          )}
          ${
            rows.length === 0
              ? html`<tr>
                  <td colspan="4">${s.quiet}</td>
                </tr>`
              : nothing
          }
        </tbody>
      </table>`;
  }

  private async refresh(): Promise<void> {
    try {
      const response = await fetch("status.json", {
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      this.current = (await response.json()) as Status;
      this.isAway = false;
    } catch {
      this.isAway = true;
    }
    if (this.isConnected) this.timer = setTimeout(() => void this.refresh(), EVERY_MS);
  }
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
