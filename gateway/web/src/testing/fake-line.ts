/** A line for the unit tests: the test says when it connects, and what comes over it. */
import type { LineEvents } from "../line.js";
import type { Ack, LookupId, Reply } from "../protocol.js";

export interface Emitted {
  event: string;
  fields: { id: LookupId; context?: object };
  acknowledge: (ack: Ack | undefined) => void;
}

export class FakeLine {
  /** The one that was made last. */
  static last: FakeLine;

  state = "connecting";
  heardAt = 0;
  timesDropped = 0;
  readonly emitted: Emitted[] = [];
  readonly socket = {
    connected: false,
    on: (_event: "reply", listener: (reply: Reply) => void): void => {
      this.reply = listener;
    },
    emit: (event: string, fields: Emitted["fields"], acknowledge: Emitted["acknowledge"]): void => {
      this.emitted.push({ event, fields, acknowledge });
    },
  };
  /** Lets a reply come. */
  reply: (reply: Reply) => void = () => undefined;

  constructor(
    _url: string | undefined,
    _namespace: string,
    _options: object,
    readonly events: LineEvents,
  ) {
    FakeLine.last = this;
  }

  connect(): void {
    this.socket.connected = true;
    this.events.connected();
  }

  disconnect(): void {
    this.socket.connected = false;
    this.events.disconnected();
  }

  drop(): void {
    this.timesDropped++;
    this.heardAt = Date.now();
  }

  close(): void {
    this.state = "closed";
  }
}
