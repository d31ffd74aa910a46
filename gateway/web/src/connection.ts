/**
 * The reference client: every question gets one answer or one honest error, whatever happens to the gateway.
 *
 * A question is *open* from lookUp() until its reply. After each `connect` the client sends every open question again,
 * under the same id; it drops a reply to an id that is not open. It never emits while disconnected, because
 * socket.io-client sends its buffer before it fires `connect`, and the question would be sent twice.
 */
import { backoffMs } from "./backoff.js";
import { Line, PASSING, randomPrefix, type ConnectionState, type LineOptions } from "./line.js";
import {
  contextOf,
  type Ack,
  type Context,
  type LookupId,
  type Question,
  type Reply,
  type WireError,
} from "./protocol.js";

export type { ConnectionState };

/** The stage of an open question: not sent yet, sent, acknowledged, or refused for now and sent again at `until`. */
export type Progress =
  { stage: "waiting" | "sent" | "queued" } | { stage: "held"; code: string; message: string; until: number };

export interface ConnectionOptions extends LineOptions {
  onState?: (state: ConnectionState, reason: WireError | undefined) => void;
  onProgress?: (id: LookupId, progress: Progress) => void;
  /** Whether to repeat questions refused as busy or rate_limited (the default), or to settle them at once (false). */
  retryRefusals?: boolean;
  /** The most questions open at the gateway at once; below its MAX_PENDING_PER_CLIENT (64), to avoid refusals. */
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

/** The gateway answers within its deadline of 10 s; two more seconds for the way there and back. */
const REPLY_PATIENCE_MS = 12_000;
/** How long a question may wait for a gateway that can't be reached. */
const AWAY_PATIENCE_MS = 120_000;
/** An acknowledgement takes milliseconds, so a line on which nothing at all was heard for this long is dead. */
const SILENCE_MS = 5000;
const TICK_MS = 250;
const MOST_REFUSALS = 6;

export class Connection {
  private readonly line: Line;
  private readonly open = new Map<LookupId, OpenQuestion>();
  private readonly prefix = randomPrefix();
  private counter = 0;
  private ticker: ReturnType<typeof setInterval> | undefined;
  /** The last topic; sent along, because the gateway forgets it with the connection. */
  private context: Context | undefined;

  constructor(
    url: string | undefined,
    private readonly options: ConnectionOptions = {},
  ) {
    this.line = new Line(url, "/", options, {
      connected: () => this.connected(),
      disconnected: () => this.disconnected(),
      refused: (reason) => this.settleAll(reason),
      stateChanged: options.onState,
    });
    this.line.socket.on("reply", (reply: Reply) => this.replied(reply));
  }

  get state(): ConnectionState {
    return this.line.state;
  }

  /** Returns an id that no other client and no other tab uses. */
  newId(): string {
    return `${this.prefix}-${++this.counter}`;
  }

  /** Asks, and resolves with the one reply (which may have an `error`); never rejects, and always settles. */
  lookUp(question: Question, id: LookupId = this.newId()): Promise<Reply> {
    const now = Date.now();
    return new Promise((settle) => {
      const progress: Progress = { stage: "waiting" };
      this.open.set(id, { id, question, progress, askedAt: now, sentAt: 0, refusals: 0, settle });
      this.ticker ??= setInterval(() => this.tick(), TICK_MS);
      this.sendWaiting();
    });
  }

  /** Sets the last topic, so that "and as a verb?" has a meaning. */
  remember(context: Context | undefined): void {
    this.context = context;
  }

  /** Reconnects now instead of after the back-off. */
  reconnectNow(): void {
    this.line.reconnectNow();
  }

  close(): void {
    clearInterval(this.ticker);
    this.line.close();
    this.settleAll({ code: "unavailable", message: "The connection was closed." });
  }

  private connected(): void {
    for (const open of this.open.values()) {
      if (open.progress.stage !== "held") this.progress(open, { stage: "waiting" });
    }
    this.sendWaiting();
  }

  private disconnected(): void {
    for (const open of this.open.values()) this.progress(open, { stage: "waiting" });
  }

  private sendWaiting(): void {
    if (!this.line.socket.connected) return;
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
    this.line.socket.emit(
      event,
      { ...fields, id: open.id, ...(context && { context }) },
      (ack: Ack | undefined) => {
        // An acknowledgement of an earlier sending says nothing about this one.
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
    // A refusal comes both as acknowledgement and as reply, in either order; it counts once.
    if (reply.error && PASSING.has(reply.error.code)) {
      if (open.progress.stage !== "held") this.refused(open, reply.error);
      return;
    }
    if (open.question.event === "ask") this.remember(contextOf(reply) ?? this.context);
    this.settle(open, reply);
  }

  /** Checks the open questions: repeats held ones, ends those that waited too long, and drops a dead line. */
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
        } else if (stage === "sent" && now - Math.max(open.sentAt, this.line.heardAt) > SILENCE_MS) {
          this.line.drop(); // it reconnects, and the open questions are sent again
          return;
        }
      }
    }
    this.sendWaiting();
  }

  private settleAll(error: WireError): void {
    for (const open of [...this.open.values()]) this.settleWith(open, error);
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
}
