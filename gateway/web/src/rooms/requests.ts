/** Emits events to the namespace, again and again until they are done or refused for good. */
import { backoffMs } from "../backoff.js";
import { PASSING, type Line } from "../line.js";
import type { WireError } from "../protocol.js";
import { isRefusal, type Refusal } from "./protocol.js";

export type Event = "create" | "join" | "leave" | "say" | "typing" | "history";

export interface RequestEvents {
  /** An event was refused, for now or for good; undefined when one was done. */
  refused: (why: WireError | undefined) => void;
  /** The room no longer knows us: we must join again. */
  forgotten: () => void;
}

/** An acknowledgement takes milliseconds, and some seconds when the gateway waits for Redis. */
const ACK_PATIENCE_MS = 8000;
/** Sent too fast, Redis unreachable, or an acknowledgement lost: all events here may safely be repeated. */
const PASSING_HERE: ReadonlySet<string> = new Set([...PASSING, "unavailable", "timeout"]);
const UNANSWERED: Refusal = { error: { code: "timeout", message: "No answer came in time." } };

export class Requests {
  /** Counts connections and visits to rooms: what began in an earlier one ends with it. */
  private epoch = 0;
  private timesForgotten = 0;

  constructor(
    private readonly line: Line,
    private readonly events: RequestEvents,
  ) {}

  /** Abandons all pending events. */
  end(): void {
    this.epoch++;
  }

  /**
   * Emits until the event is done or refused for good, and resolves with that acknowledgement; with undefined if
   * end() came first.
   *
   * Refusals go to the caller's own `refused`, if there is one, else to that of `events`.
   */
  async insist<Done extends object>(
    event: Event,
    fields: object,
    refused: (why: WireError, isFinal: boolean) => void = (why) => this.events.refused(why),
  ): Promise<Done | Refusal | undefined> {
    const { epoch } = this;
    for (let refusals = 1; ; refusals++) {
      const ack = await this.emit<Done>(event, fields);
      if (epoch !== this.epoch) return undefined;
      if (!isRefusal(ack)) {
        if (event !== "join") this.timesForgotten = 0;
        this.events.refused(undefined);
        return ack;
      }
      const { error } = ack;
      const isForgotten = error.code === "not_a_member";
      const isFinal = !isForgotten && !PASSING_HERE.has(error.code);
      refused(error, isFinal);
      if (isFinal) return ack;
      const failures = isForgotten ? ++this.timesForgotten : refusals;
      await sleep(Math.max(backoffMs(failures), (error.retry_after ?? 0) * 1000));
      if (epoch !== this.epoch) return undefined;
      if (!isForgotten) continue;
      this.events.forgotten();
      return undefined;
    }
  }

  /** Emits once, and resolves with the acknowledgement; never rejects. */
  async emit<Done extends object>(event: Event, fields: object): Promise<Done | Refusal> {
    const { socket } = this.line;
    if (!socket.connected) return UNANSWERED;
    const emittedAt = Date.now();
    try {
      return (await socket.timeout(ACK_PATIENCE_MS).emitWithAck(event, fields)) as Done | Refusal;
    } catch {
      // Not even a heartbeat came since: the line is dead.
      if (this.line.state === "online" && this.line.heardAt < emittedAt) this.line.drop();
      return UNANSWERED;
    }
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
