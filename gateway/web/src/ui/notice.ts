import { html, nothing, type TemplateResult } from "lit";

/** A line above the text box that says what is wrong with the connection, and what helps. */
export function notice(text: string, action?: string, act?: () => void): TemplateResult {
  return html`<div class="notice" role="status">
    <span>${text}</span>
    ${action ? html`<button type="button" class="chip" @click=${act}>${action}</button>` : nothing}
  </div>`;
}
