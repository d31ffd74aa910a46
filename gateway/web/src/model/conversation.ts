/** A conversation: questions in the order they were asked, each with its answer; kept in the history. */
import { Connection, type ConnectionOptions, type ConnectionState, type Progress } from "../connection.js";
import {
  contextOf,
  type Answered,
  type LookupId,
  type Question,
  type Reply,
  type WireError,
} from "../protocol.js";
import type { History, SavedExchange } from "./history.js";

export interface Exchange extends SavedExchange {
  progress: Progress;
  /** Asked or answered since the page was loaded; fresh exchanges are announced, restored ones are not. */
  fresh: boolean;
}

export interface ConversationEvents {
  changed: () => void;
  replied: (reply: Reply) => void;
}

export class Conversation {
  exchanges: Exchange[] = [];
  state: ConnectionState = "connecting";
  reason: WireError | undefined;
  private readonly connection: Connection;
  /** The questions and answers that were cleared last. */
  private dropped: SavedExchange[] = [];

  constructor(
    server: string | undefined,
    private readonly history: History,
    private readonly events: ConversationEvents,
    options: Pick<ConnectionOptions, "token" | "path"> = {},
  ) {
    this.connection = new Connection(server, {
      ...options,
      onState: (state, reason) => {
        this.state = state;
        this.reason = reason;
        events.changed();
      },
      onProgress: (id, progress) => this.progressed(id, progress),
    });
    this.restore(this.history.load());
  }

  /** Asks, unless the reply is known already, and shows question and answer in the transcript. */
  ask(question: Question, known?: Answered): Exchange {
    const id = this.connection.newId();
    const exchange: Exchange = {
      id,
      question,
      askedAt: Date.now(),
      reply: known && { ...known, id },
      progress: { stage: "waiting" },
      fresh: !known,
    };
    this.exchanges = [...this.exchanges, exchange];
    this.dropped = [];
    if (exchange.reply) this.connection.remember(contextOf(exchange.reply));
    else void this.send(exchange);
    this.keep();
    return exchange;
  }

  /** Asks the same question again, in the same place. */
  retry(exchange: Exchange): void {
    exchange.reply = undefined;
    exchange.askedAt = Date.now();
    exchange.progress = { stage: "waiting" };
    exchange.fresh = true;
    this.exchanges = [...this.exchanges];
    void this.send(exchange);
    this.keep();
  }

  /** Asks without leaving a trace in the transcript: completions, maps. */
  quietly(question: Question): Promise<Reply> {
    return this.connection.lookUp(question);
  }

  find(id: LookupId): Exchange | undefined {
    return this.exchanges.find((exchange) => exchange.id === id);
  }

  clear(): void {
    this.dropped = this.exchanges;
    this.exchanges = [];
    this.connection.remember(undefined);
    this.history.clear();
    this.events.changed();
  }

  /** Whether the conversation was cleared, and no question came since. */
  get canUndo(): boolean {
    return this.dropped.length > 0;
  }

  /** Makes the last clear() final. */
  forget(): void {
    this.dropped = [];
    this.events.changed();
  }

  /** Brings the cleared conversation back. */
  undo(): void {
    this.restore(this.dropped);
    this.dropped = [];
    this.keep();
  }

  /** Whether another tab's conversation could be continued here. */
  canResume(): boolean {
    return this.exchanges.length === 0 && this.history.latestOther().length > 0;
  }

  resume(): void {
    this.restore(this.history.latestOther());
    this.keep();
  }

  tryNow(): void {
    this.connection.reconnectNow();
  }

  close(): void {
    this.connection.close();
    this.history.close();
  }

  private restore(saved: readonly SavedExchange[]): void {
    this.exchanges = saved.map((exchange) => ({ ...exchange, progress: { stage: "waiting" }, fresh: false }));
    const contexts = this.exchanges.map(({ reply }) => reply && contextOf(reply));
    this.connection.remember(contexts.findLast((context) => context !== undefined));
    for (const exchange of this.exchanges) if (!exchange.reply) void this.send(exchange);
  }

  private async send(exchange: Exchange): Promise<void> {
    const reply = await this.connection.lookUp(exchange.question, exchange.id);
    if (!this.exchanges.includes(exchange) || this.connection.state === "closed") return; // cleared, or leaving
    exchange.reply = reply;
    exchange.fresh = true;
    const context = contextOf(reply);
    if (context) this.connection.remember(context);
    this.exchanges = [...this.exchanges];
    this.keep();
    this.events.replied(reply);
  }

  private progressed(id: LookupId, progress: Progress): void {
    const exchange = this.find(id);
    if (!exchange) return;
    exchange.progress = progress;
    this.events.changed();
  }

  private keep(): void {
    this.history.save(
      this.exchanges.map(({ id, question, askedAt, reply }) => ({ id, question, askedAt, reply })),
    );
    this.events.changed();
  }
}
