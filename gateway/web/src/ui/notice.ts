import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import type { ConnectionState } from "../line.js";
import type { WireError } from "../protocol.js";
import type { LineWatch } from "./line-watch.js";

type NoticeStrings = Pick<
  Strings,
  "refused" | "offline" | "originRefused" | "away" | "slowConnect" | "tryNow"
>;

/** A connection that can be lost, and tried again. */
interface Connected {
  state: ConnectionState;
  reason: WireError | undefined;
  tryNow: () => void;
}

/** Draws a notice above the text box: the trouble with the connection, and what helps; nothing when it is online. */
export function notice(
  s: NoticeStrings,
  connected: Connected | undefined,
  line: LineWatch,
  server: string | undefined,
): TemplateResult | typeof nothing {
  const state = connected?.state ?? "connecting";
  const tryNow = (): void => connected?.tryNow();
  if (state === "refused") return banner(s.refused(connected?.reason?.message ?? ""), s.tryNow, tryNow);
  if (state === "online") return nothing;
  if (line.isOffline) return banner(s.offline);
  if (line.isRefusedOrigin) return banner(s.originRefused(server ?? "", self.origin), s.tryNow, tryNow);
  if (state === "reconnecting") return banner(s.away, s.tryNow, tryNow);
  return line.isSlow ? banner(s.slowConnect, s.tryNow, tryNow) : nothing;
}

export function banner(text: string, action?: string, act?: () => void): TemplateResult {
  return html`<div class="notice" role="status">
    <span>${text}</span>
    ${action ? html`<button type="button" class="chip" @click=${act}>${action}</button>` : nothing}
  </div>`;
}
