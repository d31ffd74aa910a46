/** The messages of a room in the order of `seq`, each once; pure. */
import type { RoomMessage } from "./protocol.js";

/** Messages that are missing between two known ones. */
export interface Gap {
  after: number;
  before: number;
}

export class Timeline {
  messages: readonly RoomMessage[] = [];
  private readonly bySeq = new Map<number, RoomMessage>();
  /** Gaps (by their upper end) whose messages are no longer kept. */
  private readonly lost = new Set<number>();

  /** Adds those of `messages` that are new, and returns them. */
  add(messages: readonly RoomMessage[]): RoomMessage[] {
    const fresh = messages.filter(({ seq }) => !this.bySeq.has(seq));
    if (fresh.length === 0) return fresh;
    for (const message of fresh) this.bySeq.set(message.seq, message);
    this.messages = [...this.bySeq.values()].sort((a, b) => a.seq - b.seq);
    return fresh;
  }

  get first(): number | undefined {
    return this.messages[0]?.seq;
  }

  get last(): number | undefined {
    return this.messages.at(-1)?.seq;
  }

  find(seq: number): RoomMessage | undefined {
    return this.bySeq.get(seq);
  }

  /** Returns the newest gap that may still be filled. */
  gap(): Gap | undefined {
    for (let index = this.messages.length - 1; index > 0; index--) {
      const before = this.messages[index]?.seq ?? 0;
      const after = this.messages[index - 1]?.seq ?? 0;
      if (before > after + 1 && !this.lost.has(before)) return { after, before };
    }
    return undefined;
  }

  giveUp({ before }: Gap): void {
    this.lost.add(before);
  }
}
