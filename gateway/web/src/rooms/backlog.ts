/** Fetches earlier messages: older ones on request, and those missing in between automatically. */
import { isRefusal, type Older, type Refusal, type RoomMessage } from "./protocol.js";
import type { Timeline } from "./timeline.js";

export interface BacklogEvents {
  changed: () => void;
  /** Messages that were missing in between have arrived; they count as news. */
  mended: (messages: readonly RoomMessage[]) => void;
}

const AT_ONCE = 50;
/** Missed messages should arrive soon, so in as few steps as the server allows. */
const MOST_AT_ONCE = 100;

export class Backlog {
  hasOlder = false;
  isFetching = false;
  private isMending = false;

  constructor(
    private readonly timeline: Timeline,
    /** Resolves with undefined if the line was lost first. */
    private readonly fetch: (before: number, limit: number) => Promise<Older | Refusal | undefined>,
    private readonly events: BacklogEvents,
  ) {}

  /** Stops waiting for answers. */
  stop(): void {
    this.isFetching = this.isMending = false;
  }

  /** Fetches older messages. */
  async older(): Promise<void> {
    const before = this.timeline.first;
    if (!this.hasOlder || this.isFetching || before === undefined) return;
    this.isFetching = true;
    this.events.changed();
    const older = await this.fetch(before, AT_ONCE);
    if (!older) return;
    this.isFetching = false;
    if (!isRefusal(older)) {
      this.hasOlder = older.more && older.history.length > 0;
      this.timeline.add(older.history);
    }
    this.events.changed();
  }

  /** Fetches missing messages, the newest first, until none is missing or the server no longer keeps the rest. */
  async mend(): Promise<void> {
    if (this.isMending) return;
    this.isMending = true;
    for (let gap = this.timeline.gap(); gap; gap = this.timeline.gap()) {
      const { before } = gap;
      const missing = await this.fetch(before, MOST_AT_ONCE);
      if (!missing) return;
      if (isRefusal(missing)) break;
      this.events.mended(missing.history);
      if (this.timeline.gap()?.before === before) this.timeline.giveUp(gap);
    }
    this.isMending = false;
    this.events.changed();
  }
}
