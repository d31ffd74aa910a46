/** /api for people who write programs: every lookup over HTTP as a form, made from the OpenAPI document. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { base, tokens } from "../ui/style/tokens.js";
import { apiStyle } from "./api-style.js";
import { address, choices, lookups, type Document, type Operation, type Parameter } from "./openapi.js";

const FIRST = "/v1/definition";

@customElement("wordwire-api")
export class ApiElement extends LitElement {
  static override styles = [tokens, base, apiStyle];

  @state() private known: Document | undefined;
  @state() private path = FIRST;
  @state() private asked = "";
  @state() private answer = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    if (!this.known) return html`<p role="status">${this.answer || "Loading…"}</p>`;
    const offered = lookups(this.known);
    const operation = offered.get(this.path);
    return html`<h1>Wordwire over HTTP</h1>
      <p>
        Programs read <a href="v1/openapi.json">openapi.json</a>, and for Socket.IO
        <a href="v1/asyncapi.json">asyncapi.json</a>. <a href="./">To the dictionary</a>
      </p>
      <form @submit=${this.ask}>
        <label
          >Lookup
          <select @change=${this.choose}>
            ${[...offered].map(
              ([path, { summary }]) =>
                html`<option value=${path} ?selected=${path === this.path}>${path} – ${summary}</option>`,
            )}
          </select>
        </label>
        ${operation ? this.fields(operation) : nothing}
        <button>Ask</button>
      </form>
      ${this.asked ? html`<pre>curl '${this.asked}'</pre>` : nothing}
      <pre role="status" tabindex="0">${this.answer}</pre>
      <h2>Problems</h2>
      <dl>
        ${Object.entries(this.known["x-problems"]).map(
          ([code, meaning]) =>
            html`<dt id=${code}>${code}</dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>`;
  }

  private fields({ description, parameters }: Operation): TemplateResult {
    return html`<small>${description}</small>${parameters.map((each) => this.field(each))}`;
  }

  private field(parameter: Parameter): TemplateResult {
    const { name, required, example } = parameter;
    const allowed = choices(parameter);
    return html`<label
      >${name} <small>${parameter.description}</small>
      ${
        allowed.length > 0
          ? html`<select name=${name}>
              ${allowed.map((value) => html`<option>${value}</option>`)}
            </select>`
          : html`<input name=${name} .value=${live(example ?? "")} ?required=${required} />`
      }
    </label>`;
  }

  private choose(event: Event): void {
    this.path = (event.target as HTMLSelectElement).value;
  }

  private async ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = [...new FormData(event.target as HTMLFormElement)] as [string, string][];
    const url = new URL(address(this.path, values).slice(1), document.baseURI);
    this.asked = url.href;
    this.answer = "…";
    try {
      const response = await fetch(url);
      this.answer = `${response.status}\n${JSON.stringify(await response.json(), null, 2)}`;
    } catch {
      this.answer = "The gateway does not answer.";
    }
  }

  private async load(): Promise<void> {
    try {
      const response = await fetch("v1/openapi.json");
      if (response.ok) this.known = (await response.json()) as Document;
      else this.answer = `The gateway answers with ${response.status}.`;
    } catch {
      this.answer = "The gateway does not answer.";
    }
  }
}
