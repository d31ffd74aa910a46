/**
 * One Socket.IO connection to one namespace, which reconnects by itself.
 *
 * It sends the handshake's token, reconnects with growing pauses after a gateway that is being replaced has closed it,
 * and records when the server was last heard, so that a dead line can be dropped.
 */
import { io, type Socket } from "socket.io-client";
import { backoffMs } from "./backoff.js";
import type { WireError } from "./protocol.js";

export type ConnectionState = "connecting" | "online" | "reconnecting" | "refused" | "closed";

export interface LineOptions {
  /** The handshake's token, or a function that makes a new one for each connection. */
  token?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Path of the Socket.IO endpoint; by default `socket.io/` in the server's folder. */
  path?: string;
}

export interface LineEvents {
  connected: () => void;
  disconnected: () => void;
  /** The server refused the connection for good: trying again would not help. */
  refused?: (reason: WireError) => void;
  stateChanged?: ((state: ConnectionState, reason: WireError | undefined) => void) | undefined;
}

/** Temporary refusals: trying again later helps. */
export const PASSING: ReadonlySet<string> = new Set(["busy", "rate_limited"]);

/** An open websocket over which no connection has come for this long counts as swallowed. */
const SWALLOWED_MS = 5000;

/** WebSocket.OPEN, which Node.js 20 lacks. */
const OPEN = 1;

export class Line {
  state: ConnectionState = "connecting";
  readonly socket: Socket;
  /** When the server was last heard, even if only by a heartbeat. */
  heardAt = 0;
  private failures = 0;
  private watching: ReturnType<typeof setTimeout> | undefined;
  private returning: ReturnType<typeof setTimeout> | undefined;

  constructor(
    url: string | undefined,
    namespace: string,
    private readonly options: LineOptions,
    private readonly events: LineEvents,
  ) {
    const base = baseOf(url);
    const settings = {
      path: options.path ?? `${base.pathname}socket.io/`,
      forceNew: true,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      timeout: 8000,
      auth: (give: (auth: object) => void) => void this.authenticate(give),
    };
    this.socket = io(base.origin + namespace, settings);
    this.socket.on("connect", () => this.connected());
    this.socket.on("disconnect", (reason) => this.disconnected(reason));
    this.socket.on("connect_error", (error) => this.failed(error));
    this.socket.io.on("reconnect_attempt", () => this.watch());
    this.watch();
    this.socket.io.on("open", () => {
      this.socket.io.engine.on("packet", () => (this.heardAt = Date.now()));
    });
  }

  /** Reconnects now instead of after the back-off. */
  reconnectNow(): void {
    if (this.state === "online") return;
    clearTimeout(this.returning);
    this.socket.disconnect();
    this.enter("reconnecting");
    this.connect();
  }

  /** Closes a dead line; the library opens a new one. */
  drop(): void {
    this.heardAt = Date.now();
    this.socket.io.engine.close();
  }

  close(): void {
    clearTimeout(this.returning);
    clearTimeout(this.watching);
    this.enter("closed");
    this.socket.disconnect();
  }

  private async authenticate(give: (auth: object) => void): Promise<void> {
    const { token } = this.options;
    const value = typeof token === "function" ? await Promise.resolve(token()).catch(() => undefined) : token;
    give(value ? { token: value } : {});
  }

  private connected(): void {
    clearTimeout(this.watching);
    this.failures = 0;
    this.heardAt = Date.now();
    this.enter("online");
    this.events.connected();
  }

  private disconnected(reason: Socket.DisconnectReason): void {
    if (this.state === "closed") return;
    this.enter("reconnecting");
    this.events.disconnected();
    // The library reconnects by itself unless the server closed the connection, as a gateway does when it is replaced.
    if (reason === "io server disconnect") this.returnLater();
  }

  private failed(error: Error & { data?: unknown }): void {
    clearTimeout(this.watching);
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
    this.events.refused?.(refusal);
  }

  private returnLater(): void {
    clearTimeout(this.returning);
    this.returning = setTimeout(() => this.connect(), backoffMs(++this.failures));
  }

  private connect(): void {
    this.watch();
    this.socket.connect();
  }

  /**
   * Takes long-polling if a websocket opens, but leads nowhere.
   *
   * Some proxies let the handshake of a websocket pass and swallow its frames; the library would try again for ever.
   */
  private watch(): void {
    clearTimeout(this.watching);
    this.watching = setTimeout(() => {
      const { engine, opts } = this.socket.io;
      const { ws } = engine.transport as { ws?: { readyState: number } };
      if (this.socket.connected || ws?.readyState !== OPEN) return;
      opts.transports = ["polling"];
      this.socket.disconnect();
      this.socket.connect();
    }, SWALLOWED_MS);
  }

  private enter(state: ConnectionState, reason?: WireError): void {
    if (this.state === state && !reason) return;
    this.state = state;
    this.events.stateChanged?.(state, reason);
  }
}

/** Returns a random prefix for ids, so that no other client and no other tab uses the same. */
export function randomPrefix(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(numbers, (number) => number.toString(36)).join("");
}

/** Returns the folder of a server: the given address, or by default the page's own folder. */
export function baseOf(url: string | undefined): URL {
  const base = new URL(url ?? "./", "location" in globalThis ? location.href : undefined);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return base;
}

function refusalOf(error: Error & { data?: unknown }): WireError {
  const data = error.data as Partial<WireError> | undefined;
  return { code: data?.code ?? "unauthorized", message: data?.message ?? error.message };
}
