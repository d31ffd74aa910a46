/**
 * The reference client: every question gets one answer or one honest error, whatever happens to the gateway.
 *
 * A question is *open* from lookUp() until its reply. What is open is asked again, under the same id, after each
 * `connect`; a reply to an id that is not open is dropped. Nothing is ever emitted while disconnected: socket.io-client
 * would send what it buffered before it fires `connect`, and the question would be asked twice.
 */
import { io, type Socket } from "socket.io-client";
import { backoffMs } from "./backoff.js";
import {
  contextOf,
  type Ack,
  type Context,
  type LookupId,
  type Question,
  type Reply,
  type WireError,
} from "./protocol.js";

export type ConnectionState = "connecting" | "online" | "reconnecting" | "refused" | "closed";

/** Where an open question is: not sent yet, sent, acknowledged, or refused for now and asked again at `until`. */
export type Progress =
  { stage: "waiting" | "sent" | "queued" } | { stage: "held"; code: string; message: string; until: number };

export interface ConnectionOptions {
  /** The handshake's token, or a function that makes a fresh one for each connection. */
  token?: string | (() => string | Promise<string>) | undefined;
  /** Path of the Socket.IO endpoint. */
  path?: string;
  onState?: (state: ConnectionState, reason: WireError | undefined) => void;
  onProgress?: (id: LookupId, progress: Progress) => void;
  /** Ask again by itself what was refused as busy or rate_limited (true), or settle at once (false). */
  retryRefusals?: boolean;
  /** Open at the gateway at once; below its MAX_PENDING_PER_CLIENT (64), so that nothing is refused needlessly. */
  window?: number;
}

interface OpenQuestion {
  id: LookupId;
  question: Question;
  progress: Progress;
  askedAt: number;
  sentAt: number;
  refusals: number;
  settle: (reply: Reply) => void;
}

/** The gateway answers by its deadline of 10 s; two more for the way there and back. */
const REPLY_PATIENCE_MS = 12_000;
/** How long a question may wait for a gateway that is away. */
const AWAY_PATIENCE_MS = 120_000;
/** An acknowledgement takes milliseconds: with nothing at all heard for this long the line is dead. */
const SILENCE_MS = 5000;
const TICK_MS = 250;
const MOST_REFUSALS = 6;
const PASSING = new Set(["busy", "rate_limited"]);

export class Connection {
  state: ConnectionState = "connecting";
  private readonly socket: Socket;
  private readonly open = new Map<LookupId, OpenQuestion>();
  private readonly prefix = randomPrefix();
  private counter = 0;
  private failures = 0;
  private heardAt = 0;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private returning: ReturnType<typeof setTimeout> | undefined;
  /** What was talked about last; sent along, as the gateway forgets it with the connection. */
  private context: Context | undefined;

  constructor(
    url: string | undefined,
    private readonly options: ConnectionOptions = {},
  ) {
    const settings = {
      path: options.path ?? "/socket.io/",
      forceNew: true,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      timeout: 8000,
      auth: (give: (auth: object) => void) => void this.authenticate(give),
    };
    this.socket = url === undefined ? io(settings) : io(url, settings);
    this.socket.on("connect", () => this.connected());
    this.socket.on("disconnect", (reason) => this.disconnected(reason));
    this.socket.on("connect_error", (error) => this.failed(error));
    this.socket.on("reply", (reply: Reply) => this.replied(reply));
    this.socket.io.on("open", () => {
      this.socket.io.engine.on("packet", () => (this.heardAt = Date.now()));
    });
  }

  /** Returns an id that no other client and no other tab uses. */
  newId(): string {
    return `${this.prefix}-${++this.counter}`;
  }

  /** Asks, and resolves with the one reply (which may say `error`); never rejects, never stays open for ever. */
  lookUp(question: Question, id: LookupId = this.newId()): Promise<Reply> {
    const now = Date.now();
    return new Promise((settle) => {
      const progress: Progress = { stage: "waiting" };
      this.open.set(id, { id, question, progress, askedAt: now, sentAt: 0, refusals: 0, settle });
      this.ticker ??= setInterval(() => this.tick(), TICK_MS);
      this.sendWaiting();
    });
  }

  /** Tells what was talked about last, so that "and as a verb?" means something. */
  remember(context: Context | undefined): void {
    this.context = context;
  }

  /** Tries now instead of after the back-off. */
  reconnectNow(): void {
    if (this.state === "online") return;
    clearTimeout(this.returning);
    this.socket.disconnect();
    this.enter("reconnecting");
    this.socket.connect();
  }

  close(): void {
    clearInterval(this.ticker);
    clearTimeout(this.returning);
    this.enter("closed");
    this.socket.disconnect();
    const error = { code: "unavailable", message: "The connection was closed." };
    for (const open of [...this.open.values()]) this.settleWith(open, error);
  }

  private async authenticate(give: (auth: object) => void): Promise<void> {
    const { token } = this.options;
    const value = typeof token === "function" ? await token() : token;
    give(value ? { token: value } : {});
  }

  private connected(): void {
    this.failures = 0;
    this.heardAt = Date.now();
    this.enter("online");
    for (const open of this.open.values()) {
      if (open.progress.stage !== "held") this.progress(open, { stage: "waiting" });
    }
    this.sendWaiting();
  }

  private disconnected(reason: Socket.DisconnectReason): void {
    if (this.state === "closed") return;
    this.enter("reconnecting");
    for (const open of this.open.values()) this.progress(open, { stage: "waiting" });
    // The library comes back by itself unless the server said goodbye, as a gateway does that is being replaced.
    if (reason === "io server disconnect") this.returnLater();
  }

  private failed(error: Error & { data?: unknown }): void {
    if (this.socket.active) {
      if (this.state !== "connecting") this.enter("reconnecting");
      return;
    }
    const refusal = refusalOf(error);
    if (PASSING.has(refusal.code)) {
      this.returnLater();
      return;
    }
    this.enter("refused", refusal);
    for (const open of [...this.open.values()]) this.settleWith(open, refusal);
  }

  private returnLater(): void {
    clearTimeout(this.returning);
    this.returning = setTimeout(() => this.socket.connect(), backoffMs(++this.failures));
  }

  private sendWaiting(): void {
    if (!this.socket.connected) return;
    let room = this.options.window ?? 32;
    for (const { progress } of this.open.values()) {
      if (progress.stage === "sent" || progress.stage === "queued") room--;
    }
    for (const open of this.open.values()) {
      if (room <= 0) return;
      if (open.progress.stage !== "waiting") continue;
      this.send(open);
      room--;
    }
  }

  private send(open: OpenQuestion): void {
    const { event, fields } = open.question;
    const context = event === "ask" ? (fields.context ?? this.context) : undefined;
    const sentAt = Date.now();
    open.sentAt = sentAt;
    this.progress(open, { stage: "sent" });
    this.socket.emit(
      event,
      { ...fields, id: open.id, ...(context && { context }) },
      (ack: Ack | undefined) => {
        // An acknowledgement of an earlier sending says nothing of this one.
        if (this.open.get(open.id) === open && open.sentAt === sentAt) this.acknowledged(open, ack);
      },
    );
  }

  private acknowledged(open: OpenQuestion, ack: Ack | undefined): void {
    if (open.progress.stage !== "sent") return;
    if (ack?.error) this.refused(open, ack.error);
    else this.progress(open, { stage: "queued" });
  }

  private refused(open: OpenQuestion, error: WireError): void {
    open.refusals++;
    const final = this.options.retryRefusals === false || open.refusals > MOST_REFUSALS;
    if (final || !PASSING.has(error.code)) {
      this.settleWith(open, error);
      return;
    }
    const wait = Math.max(backoffMs(open.refusals), (error.retry_after ?? 0) * 1000);
    this.progress(open, { stage: "held", ...error, until: Date.now() + wait });
  }

  private replied(reply: Reply): void {
    const open = this.open.get(reply.id);
    if (!open) return;
    // A refusal comes as acknowledgement and as reply, whichever is first; it is one refusal.
    if (reply.error && PASSING.has(reply.error.code)) {
      if (open.progress.stage !== "held") this.refused(open, reply.error);
      return;
    }
    if (open.question.event === "ask") this.remember(contextOf(reply) ?? this.context);
    this.settle(open, reply);
  }

  /** Keeps time for what is open: asks again what was held, ends what waited too long, drops a dead line. */
  private tick(): void {
    const now = Date.now();
    for (const open of [...this.open.values()]) {
      const { stage } = open.progress;
      if (stage === "held" && open.progress.until <= now) this.progress(open, { stage: "waiting" });
      else if (stage === "waiting" && now - open.askedAt > AWAY_PATIENCE_MS) {
        this.settleWith(open, { code: "unavailable", message: "The server could not be reached." });
      } else if (stage === "sent" || stage === "queued") {
        if (now - open.sentAt > REPLY_PATIENCE_MS) {
          this.settleWith(open, { code: "timeout", message: "No answer came in time." });
        } else if (stage === "sent" && now - Math.max(open.sentAt, this.heardAt) > SILENCE_MS) {
          this.heardAt = now;
          this.socket.io.engine.close(); // the library reconnects, and what is open is asked again
          return;
        }
      }
    }
    this.sendWaiting();
  }

  private settleWith(open: OpenQuestion, error: WireError): void {
    const { fields, event } = open.question;
    const asked =
      event === "ask" ? { option: "ask", word: "" } : { option: fields.command, word: fields.word ?? "" };
    this.settle(open, { id: open.id, ...asked, response: "[]", error });
  }

  private settle(open: OpenQuestion, reply: Reply): void {
    this.open.delete(open.id);
    if (this.open.size === 0) {
      clearInterval(this.ticker);
      this.ticker = undefined;
    }
    open.settle(reply);
    this.sendWaiting();
  }

  private progress(open: OpenQuestion, progress: Progress): void {
    open.progress = progress;
    this.options.onProgress?.(open.id, progress);
  }

  private enter(state: ConnectionState, reason?: WireError): void {
    if (this.state === state && !reason) return;
    this.state = state;
    this.options.onState?.(state, reason);
  }
}

function refusalOf(error: Error & { data?: unknown }): WireError {
  const data = error.data as Partial<WireError> | undefined;
  return { code: data?.code ?? "unauthorized", message: data?.message ?? error.message };
}

function randomPrefix(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(numbers, (number) => number.toString(36)).join("");
}
