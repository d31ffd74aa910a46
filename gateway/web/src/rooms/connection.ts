/**
 * The connection to one room: each message from here is said once, and those of others are shown once and in order.
 *
 * After each `connect` it joins again with its `key` and the last `seq` it has, fetches the messages missed meanwhile,
 * and sends unacknowledged ones again, under the same ids. It never emits while disconnected.
 */
import { Line, randomPrefix, type ConnectionState, type LineOptions } from "../line.js";
import type { LookupId, WireError } from "../protocol.js";
import { Backlog } from "./backlog.js";
import { forgetRoom, recallRoom, rememberRoom } from "./memory.js";
import { Outbox } from "./outbox.js";
import { Presence } from "./presence.js";
import { isRefusal, NAMESPACE } from "./protocol.js";
import type * as Wire from "./protocol.js";
import { Requests } from "./requests.js";
import { Timeline } from "./timeline.js";

/** Where the user is: in no room, creating one, entering one, inside it, or refused by it. */
export type Place = "outside" | "creating" | "entering" | "inside" | "refused";

export interface RoomEvents {
  changed: () => void;
  /** The new room exists, and is being entered. */
  created: (room: string) => void;
  /** New messages: said now, or while the line was down. */
  heard: (messages: readonly Wire.RoomMessage[]) => void;
  /** Somebody else joined or left. */
  moved: (event: "joined" | "left", member: Wire.Member) => void;
}

/** More often would add nothing: a sign of typing is shown for longer (presence.ts). */
const TYPING_EVERY_MS = 3000;
/** The server refuses a sign that follows the last one sooner than this. */
const TYPING_PAUSE_MS = 1000;

export class RoomConnection {
  place: Place = "outside";
  room = "";
  title = "";
  /** Why the server refused the connection. */
  reason: WireError | undefined;
  /** The last refusal: final if the place is `refused` or `outside`, otherwise temporary. */
  problem: WireError | undefined;
  /** Whether messages are sent at once: not before the room has let us in, nor while the line is down. */
  isJoined = false;
  timeline = new Timeline();
  backlog = this.emptyBacklog();
  readonly presence: Presence;
  readonly outbox: Outbox;
  private readonly line: Line;
  private readonly requests: Requests;
  private readonly prefix = randomPrefix();
  private counter = 0;
  private key: string | undefined;
  private isSaying = false;
  private typedAt = 0;

  constructor(
    url: string | undefined,
    private readonly events: RoomEvents,
    options: LineOptions = {},
  ) {
    this.presence = new Presence(events.changed);
    this.outbox = new Outbox(() => this.keep());
    this.line = new Line(url, NAMESPACE, options, {
      connected: () => this.begin(),
      disconnected: () => this.begin(),
      stateChanged: (_, reason) => {
        this.reason = reason;
        events.changed();
      },
    });
    this.requests = new Requests(this.line, {
      refused: (problem) => {
        this.problem = problem;
        events.changed();
      },
      forgotten: () => this.begin(),
    });
    const { socket } = this.line;
    socket.on("message", (message: Wire.RoomMessage) => this.heard(message));
    for (const event of ["joined", "left", "typing"] as const) {
      socket.on(event, (who: Wire.MemberEvent) => this.noticed(event, who));
    }
  }

  get state(): ConnectionState {
    return this.line.state;
  }

  /** Whether the user was in the room before, and so comes back to it. */
  get isKnown(): boolean {
    return this.key !== undefined;
  }

  /** Creates a room and enters it as `name`. */
  create(title: string, name: string): void {
    this.reset("creating");
    this.title = title;
    this.presence.me.name = name;
    this.begin();
  }

  /** Enters a room, and stays there across reconnects until leave(). */
  enter(room: string, name: string): void {
    const remembered = recallRoom(room);
    this.reset("entering");
    this.room = room;
    this.presence.me.name = name;
    this.key = remembered?.key;
    this.outbox.fill(remembered?.unsaid ?? []);
    this.begin();
  }

  /** Leaves the room but keeps the key, so that the user comes back as the same member. */
  stepOut(): void {
    if (this.isJoined) void this.requests.emit("leave", { room: this.room });
    this.reset("outside");
    this.events.changed();
  }

  /** Leaves the room, and forgets the key. */
  leave(): void {
    forgetRoom(this.room);
    this.stepOut();
  }

  /** Says `text` in the room: now, or as soon as that is possible. */
  say(text: string): void {
    this.typedAt = Date.now() - TYPING_EVERY_MS + TYPING_PAUSE_MS; // the others no longer see a sign of it
    this.outbox.add(`${this.prefix}-${++this.counter}`, text);
    void this.sayWaiting();
  }

  /** Sends a refused message again. */
  sayAgain(id: LookupId): void {
    this.outbox.mark(id, "waiting");
    void this.sayWaiting();
  }

  /** Shows the others that the user is typing; call it at each key. */
  nowTyping(): void {
    if (!this.isJoined || Date.now() - this.typedAt < TYPING_EVERY_MS) return;
    this.typedAt = Date.now();
    void this.requests.emit("typing", { room: this.room });
  }

  /** Connects now instead of after the back-off. */
  tryNow(): void {
    this.line.reconnectNow();
  }

  close(): void {
    this.requests.end();
    this.line.close();
  }

  private reset(place: Place): void {
    this.place = place;
    this.requests.end();
    this.isJoined = this.isSaying = false;
    this.room = this.title = "";
    this.key = this.problem = undefined;
    this.timeline = new Timeline();
    this.backlog = this.emptyBacklog();
    this.outbox.fill([]);
    this.presence.reset({ member: "", name: "" }, []);
  }

  /** Starts again after the line or the room has changed; answers to earlier requests no longer count. */
  private begin(): void {
    this.requests.end();
    this.isJoined = this.isSaying = false;
    this.backlog.stop();
    this.presence.stopAllTyping();
    if (this.line.socket.connected) {
      if (this.place === "creating") void this.createNow();
      else if (this.place !== "outside") void this.join();
    }
    this.events.changed();
  }

  private async createNow(): Promise<void> {
    const { title, presence } = this;
    const created = await this.requests.insist<Wire.Created>("create", title ? { title } : {});
    if (!created) return;
    if (isRefusal(created)) {
      this.place = "outside";
      this.events.changed();
      return;
    }
    this.enter(created.room, presence.me.name);
    this.events.created(created.room);
  }

  private async join(): Promise<void> {
    const { room, key, presence } = this;
    const since = this.timeline.last ?? (this.place === "inside" ? 0 : undefined);
    const joined = await this.requests.insist<Wire.Joined>("join", {
      room,
      name: presence.me.name,
      ...(key !== undefined && { key }),
      ...(since !== undefined && { since }),
    });
    if (!joined) return;
    if (isRefusal(joined)) this.place = "refused";
    else this.joined(joined, since !== undefined);
    this.events.changed();
  }

  private joined({ title, key, name, member, members, history, more }: Wire.Joined, isBack: boolean): void {
    this.place = "inside";
    this.isJoined = true;
    this.title = title ?? "";
    this.key = key;
    this.presence.reset({ member, name }, members);
    this.keep();
    if (!isBack) this.backlog.hasOlder = more;
    const fresh = this.take(history);
    if (isBack) this.events.heard(fresh);
    void this.backlog.mend();
    void this.sayWaiting();
  }

  private async sayWaiting(): Promise<void> {
    if (!this.isJoined || this.isSaying) return;
    const { room, outbox } = this;
    this.isSaying = true;
    for (let next = outbox.next; next; next = outbox.next) {
      const { id, text } = next;
      const said = await this.requests.insist<Wire.Said>("say", { room, text, id }, (why, isFinal) =>
        outbox.mark(id, isFinal ? "refused" : "held", why),
      );
      if (!said) return;
      if (isRefusal(said)) continue;
      // An earlier page may have sent it, and closed before the acknowledgement: then the room does not repeat it.
      if (said.seq <= (this.timeline.last ?? 0)) outbox.remove(id);
      else outbox.mark(id, "said");
    }
    this.isSaying = false;
  }

  private emptyBacklog(): Backlog {
    const fetch = (before: number, limit: number): Promise<Wire.Older | Wire.Refusal | undefined> =>
      this.requests.insist<Wire.Older>("history", { room: this.room, before, limit });
    return new Backlog(this.timeline, fetch, {
      changed: this.events.changed,
      mended: (messages) => this.events.heard(this.take(messages)),
    });
  }

  private heard(message: Wire.RoomMessage): void {
    if (message.room !== this.room) return;
    this.presence.stopTyping(message.member);
    this.events.heard(this.take([message]));
    if (this.isJoined) void this.backlog.mend();
    this.events.changed();
  }

  private take(messages: readonly Wire.RoomMessage[]): Wire.RoomMessage[] {
    this.outbox.heard(messages.filter(({ member }) => member === this.presence.me.member));
    return this.timeline.add(messages);
  }

  private noticed(event: "joined" | "left" | "typing", who: Wire.MemberEvent): void {
    if (who.room !== this.room) return;
    if (event === "typing") this.presence.nowTyping(who);
    else if (this.presence[event](who)) this.events.moved(event, who);
    this.events.changed();
  }

  private keep(): void {
    const { key, room, presence, outbox } = this;
    const unsaid = outbox.unsaid.map(({ id, text }) => ({ id, text }));
    if (key !== undefined) rememberRoom(room, { key, name: presence.me.name, unsaid });
    this.events.changed();
  }
}
