/** The items of a room's log, from the top: days, messages, people who joined or left, and gaps. Pure. */
import type { RoomMessage } from "./protocol.js";

/** Somebody joined or left, seen after the message `after`. */
export interface Move {
  after: number;
  event: "joined" | "left";
  member: string;
  name: string;
}

export type FeedItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "gap"; key: string; count: number }
  | { kind: "move"; key: string; move: Move }
  | { kind: "message"; key: string; message: RoomMessage; continues: boolean };

/** A member who says more within this time is not named again. */
const ONE_BREATH_SECONDS = 300;
const MOST_MOVES = 50;

export function feedOf(messages: readonly RoomMessage[], moves: readonly Move[]): FeedItem[] {
  const items: FeedItem[] = [];
  const movesLeft = [...moves];
  let before: RoomMessage | undefined;
  const addMoves = (until: number): void => {
    for (let move = movesLeft[0]; move && move.after < until; move = movesLeft[0]) {
      items.push({ kind: "move", key: `move-${move.after}-${move.member}`, move });
      movesLeft.shift();
      before = undefined;
    }
  };
  let lastSeq: number | undefined;
  let lastDay = "";
  for (const message of messages) {
    const { seq, at } = message;
    addMoves(seq);
    const day = new Date(at * 1000).toDateString();
    if (day !== lastDay) {
      items.push({ kind: "day", key: `day-${seq}`, at });
      before = undefined;
    }
    const missing = lastSeq === undefined ? 0 : seq - lastSeq - 1;
    if (missing > 0) {
      items.push({ kind: "gap", key: `gap-${seq}`, count: missing });
      before = undefined;
    }
    items.push({ kind: "message", key: `message-${seq}`, message, continues: continues(message, before) });
    before = message;
    lastSeq = seq;
    lastDay = day;
  }
  addMoves(Infinity);
  return items;
}

/** Returns `moves` with one more; if a member joins and leaves while nobody speaks, the last move is enough. */
export function withMove(moves: readonly Move[], move: Move): Move[] {
  const others = moves.filter(({ after, member }) => after !== move.after || member !== move.member);
  return [...others, move].slice(-MOST_MOVES);
}

function continues({ member, at, bot }: RoomMessage, before: RoomMessage | undefined): boolean {
  return !bot && before?.member === member && at - before.at < ONE_BREATH_SECONDS;
}
