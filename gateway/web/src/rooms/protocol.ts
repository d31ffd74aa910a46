/** The namespace `/chat` (docs/protocol.md) as types. */
import type { Answered, LookupId, WireError } from "../protocol.js";

export const NAMESPACE = "/chat";

export const LONGEST_NAME = 40;
export const LONGEST_TITLE = 100;
export const LONGEST_TEXT = 2000;

export interface RoomMessage {
  room: string;
  seq: number;
  /** Unix seconds. */
  at: number;
  id: LookupId;
  from: string;
  member: string;
  text: string;
  bot?: boolean;
  in_reply_to?: number;
  reply?: Answered;
}

export interface Member {
  member: string;
  name: string;
}

/** Somebody joined, left or is typing. */
export interface MemberEvent extends Member {
  room: string;
}

export interface Created {
  room: string;
}

export interface Joined {
  room: string;
  title?: string;
  name: string;
  key: string;
  member: string;
  members: Member[];
  history: RoomMessage[];
  more: boolean;
}

export interface Said {
  id: LookupId;
  seq: number;
  at: number;
}

export interface Older {
  room: string;
  history: RoomMessage[];
  more: boolean;
}

/** The acknowledgement of a refused event. */
export interface Refusal {
  error: WireError;
}

export function isRefusal(ack: object): ack is Refusal {
  return "error" in ack;
}
