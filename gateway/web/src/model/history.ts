/**
 * The conversation in local storage: one per tab, so that two tabs never mix, and limited in size.
 *
 * A tab keeps its own conversation over a reload. A new tab starts empty, and may continue the most recent one.
 * A duplicate of a tab goes on with a copy.
 */
import type { LookupId, Question, Reply } from "../protocol.js";

export interface SavedExchange {
  id: LookupId;
  question: Question;
  askedAt: number;
  reply?: Reply | undefined;
}

interface SavedConversation {
  savedAt: number;
  exchanges: SavedExchange[];
}

const MOST_EXCHANGES = 60;
const MOST_CHARACTERS = 400_000;
const MOST_CONVERSATIONS = 5;
/** Follows the tab's id in session storage while a page uses it; browsers copy that storage into a duplicate of the tab. */
const IN_USE = " in use";

/** Where a conversation is kept: in local storage, until the tab closes, or only until the page does. */
export type StoragePlace = "local" | "session" | "none";

export class History {
  /** This tab's own id, which outlives a reload and ends with the tab. */
  private readonly id = Math.random().toString(36).slice(2, 10);

  constructor(
    private readonly scope: string,
    private readonly place: StoragePlace = "local",
  ) {
    if (place === "none") return;
    const known = this.tabId;
    if (known.endsWith(IN_USE)) {
      const copied = this.read(`${scope}.${known.slice(0, -IN_USE.length)}`)?.exchanges ?? [];
      if (copied.length > 0) this.save(copied);
    } else this.id = known || this.id;
    this.use();
    addEventListener("pagehide", this.leave);
    addEventListener("pageshow", this.use);
  }

  /** Leaves the id to the next page of the tab. */
  private readonly leave = (): void => {
    this.tabId = this.id;
  };

  /** Takes the tab's id again when the page comes back from the browser's memory. */
  private readonly use = (): void => {
    this.tabId = this.id + IN_USE;
  };

  /** Ends the use of the storage, before another page or element of the tab goes on with it. */
  close(): void {
    if (this.place === "none") return;
    removeEventListener("pagehide", this.leave);
    removeEventListener("pageshow", this.use);
    this.leave();
  }

  load(): SavedExchange[] {
    return this.read(this.key)?.exchanges ?? [];
  }

  save(exchanges: readonly SavedExchange[]): void {
    let kept = exchanges.slice(-MOST_EXCHANGES);
    let text = written(kept);
    while (kept.length > 1 && text.length > MOST_CHARACTERS) {
      kept = kept.slice(Math.ceil(kept.length / 4));
      text = written(kept);
    }
    try {
      const isNew = this.store?.getItem(this.key) === null;
      this.store?.setItem(this.key, text);
      if (isNew) this.prune();
    } catch {
      // Storage is full or forbidden: the conversation then lives as long as the page.
    }
  }

  /** Forgets this tab's conversation, and every other that could be continued. */
  clear(): void {
    try {
      for (const key of this.keys()) this.store?.removeItem(key);
    } catch {
      // Forbidden storage holds nothing to forget.
    }
  }

  /** Returns the most recent conversation of another tab; empty if there is none. */
  latestOther(): SavedExchange[] {
    let latest: SavedConversation | undefined;
    try {
      for (const key of this.keys()) {
        const saved = key === this.key ? undefined : this.read(key);
        if (saved && saved.savedAt > (latest?.savedAt ?? 0)) latest = saved;
      }
    } catch {
      return [];
    }
    return latest?.exchanges ?? [];
  }

  private get key(): string {
    return `${this.scope}.${this.id}`;
  }

  private get tabId(): string {
    try {
      return sessionStorage.getItem(this.scope) ?? "";
    } catch {
      return ""; // without session storage each load counts as a new tab
    }
  }

  private set tabId(id: string) {
    try {
      sessionStorage.setItem(this.scope, id);
    } catch {
      // The next load then counts as a new tab.
    }
  }

  private keys(): string[] {
    return Object.keys(this.store ?? {}).filter((key) => key.startsWith(`${this.scope}.`));
  }

  private prune(): void {
    const byAge = this.keys().sort((a, b) => (this.read(b)?.savedAt ?? 0) - (this.read(a)?.savedAt ?? 0));
    for (const key of byAge.slice(MOST_CONVERSATIONS)) this.store?.removeItem(key);
  }

  /** The browser's storage; throws where that is forbidden. */
  private get store(): Storage | undefined {
    if (this.place === "none") return undefined;
    return this.place === "session" ? sessionStorage : localStorage;
  }

  private read(key: string): SavedConversation | undefined {
    try {
      const saved = JSON.parse(this.store?.getItem(key) ?? "null") as Partial<SavedConversation> | null;
      if (!saved || !Array.isArray(saved.exchanges)) return undefined;
      return { savedAt: saved.savedAt ?? 0, exchanges: saved.exchanges.filter(isWhole) };
    } catch {
      return undefined;
    }
  }
}

function written(exchanges: SavedExchange[]): string {
  return JSON.stringify({ savedAt: Date.now(), exchanges } satisfies SavedConversation);
}

function isWhole(exchange: Partial<SavedExchange> | null): boolean {
  return exchange?.id !== undefined && typeof exchange.question?.event === "string";
}
