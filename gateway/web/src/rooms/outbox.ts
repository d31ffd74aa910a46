/** Messages written here that have not come back from the room yet. */
import type { LookupId, WireError } from "../protocol.js";
import type { RoomMessage } from "./protocol.js";

export interface Unsaid {
  id: LookupId;
  text: string;
  /** `said`: acknowledged, and heard in a moment. `held`: will be sent again. `refused`: will not be sent. */
  stage: "waiting" | "said" | "held" | "refused";
  reason?: WireError;
}

export class Outbox {
  unsaid: readonly Unsaid[] = [];

  constructor(private readonly changed: () => void) {}

  /** The message to send next: they go one after the other, so that they stay in order. */
  get next(): Unsaid | undefined {
    return this.unsaid.find(({ stage }) => stage === "waiting" || stage === "held");
  }

  /** Fills the box with the messages that an earlier page left. */
  fill(saved: readonly { id: LookupId; text: string }[]): void {
    this.unsaid = saved.map(({ id, text }) => ({ id, text, stage: "waiting" }));
  }

  add(id: LookupId, text: string): void {
    this.set([...this.unsaid, { id, text, stage: "waiting" }]);
  }

  mark(id: LookupId, stage: Unsaid["stage"], reason?: WireError): void {
    this.set(
      this.unsaid.map((each) =>
        each.id === id ? { id, text: each.text, stage, ...(reason && { reason }) } : each,
      ),
    );
  }

  remove(id: LookupId): void {
    this.set(this.unsaid.filter((each) => each.id !== id));
  }

  /** Drops the messages that have come back as `messages`, all of them the user's own. */
  heard(messages: readonly RoomMessage[]): void {
    const said = new Set(messages.map(({ id }) => id));
    if (this.unsaid.some(({ id }) => said.has(id))) this.set(this.unsaid.filter(({ id }) => !said.has(id)));
  }

  private set(unsaid: readonly Unsaid[]): void {
    this.unsaid = unsaid;
    this.changed();
  }
}
