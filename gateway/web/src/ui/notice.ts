import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../i18n/index.js";
import type { ConnectionState } from "../line.js";
import type { WireError } from "../protocol.js";
import type { LineWatch } from "./line-watch.js";

const REASON = "\0"; // its place in a sentence

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
  if (state === "refused") return banner(refusal(s, connected?.reason?.message ?? ""), s.tryNow, tryNow);
  if (state === "online") return nothing;
  if (line.isOffline) return banner(s.offline);
  if (line.isRefusedOrigin) return banner(s.originRefused(server ?? "", self.origin), s.tryNow, tryNow);
  if (state === "reconnecting") return banner(s.away, s.tryNow, tryNow);
  return line.isSlow ? banner(s.slowConnect, s.tryNow, tryNow) : nothing;
}

/** Words a refusal around the server's reason, which is in English. */
function refusal(s: NoticeStrings, reason: string): TemplateResult {
  const [before, after] = s.refused(REASON).split(REASON);
  return html`${before}<span lang="en">${reason}</span>${after}`;
}

export function banner(
  text: string | TemplateResult,
  action?: string,
  act?: () => void,
  style: "" | "calm" = "",
): TemplateResult {
  return html`<div class="notice ${style}" role="status">
    <span>${text}</span>
    ${action ? html`<button type="button" class="chip" @click=${act}>${action}</button>` : nothing}
  </div>`;
}
