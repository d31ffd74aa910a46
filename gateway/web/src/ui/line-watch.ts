/** Watches the line to the server, for the notice that the reader sees about it. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { originIsRefused } from "../reach.js";

/** A connection that takes longer gets a notice. */
const SLOW_CONNECT_MS = 2500;

export class LineWatch implements ReactiveController {
  isOffline = !navigator.onLine;
  isSlow = false;
  isRefusedOrigin = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly backOnline: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.changed);
    window.addEventListener("offline", this.changed);
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.changed);
    window.removeEventListener("offline", this.changed);
    clearTimeout(this.timer);
  }

  /** Starts the clock of a connection to `server` (undefined: this page's own origin). */
  connecting(server: string | undefined): void {
    this.connected();
    this.timer = setTimeout(() => void this.explain(server), SLOW_CONNECT_MS);
  }

  connected(): void {
    clearTimeout(this.timer);
    this.isSlow = false;
    this.isRefusedOrigin = false;
  }

  private async explain(server: string | undefined): Promise<void> {
    this.isSlow = true;
    this.host.requestUpdate();
    const isRefused = server !== undefined && (await originIsRefused(server));
    this.isRefusedOrigin = isRefused && this.isSlow; // it may have connected by now
    this.host.requestUpdate();
  }

  private readonly changed = (): void => {
    this.isOffline = !navigator.onLine;
    this.host.requestUpdate();
    if (navigator.onLine) this.backOnline();
  };
}
