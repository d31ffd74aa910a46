/** This tab's memory of a room across reloads: the user's membership, and messages not sent yet. */
import type { LookupId } from "../protocol.js";

export interface Remembered {
  /** The secret that makes a returning user the same member. */
  key: string;
  name: string;
  unsaid: { id: LookupId; text: string }[];
}

/** Session storage: a tab is one member, and closing it forgets the key. */
const PREFIX = "wordwire-room.";

export function recallRoom(room: string): Remembered | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(PREFIX + room) ?? "null") as Partial<Remembered> | null;
    if (typeof found?.key !== "string" || typeof found.name !== "string") return undefined;
    return { key: found.key, name: found.name, unsaid: Array.isArray(found.unsaid) ? found.unsaid : [] };
  } catch {
    return undefined;
  }
}

export function rememberRoom(room: string, remembered: Remembered): void {
  try {
    sessionStorage.setItem(PREFIX + room, JSON.stringify(remembered));
  } catch {
    // Then a reload makes a new member.
  }
}

export function forgetRoom(room: string): void {
  try {
    sessionStorage.removeItem(PREFIX + room);
  } catch {
    // Then there is nothing to forget.
  }
}
