import { describe, expect, test } from "vitest";
import { feedOf, withMove, type FeedItem, type Move } from "./feed.js";
import type { RoomMessage } from "./protocol.js";

/** Noon in the time zone of this machine, in Unix seconds. */
const NOON = new Date(2026, 0, 15, 12).getTime() / 1000;
const DAY_SECONDS = 86_400;

function message(seq: number, member = "ann", at = NOON, bot = false): RoomMessage {
  return { room: "r", seq, at, id: seq, from: member, member, text: `text ${seq}`, ...(bot && { bot }) };
}

function move(after: number, event: Move["event"] = "joined", member = "bob"): Move {
  return { after, event, member, name: member };
}

function keys(items: readonly FeedItem[]): string[] {
  return items.map(({ key }) => key);
}

/** Returns the `seq` of each message that goes on what the one above began. */
function continued(items: readonly FeedItem[]): number[] {
  return items.flatMap((item) => (item.kind === "message" && item.continues ? [item.message.seq] : []));
}

test("an empty room shows nothing", () => {
  expect(feedOf([], [])).toEqual([]);
});

describe("days", () => {
  test("the first message stands under its day", () => {
    const items = feedOf([message(1), message(2)], []);

    expect(keys(items)).toEqual(["day-1", "message-1", "message-2"]);
    expect(items[0]).toEqual({ kind: "day", key: "day-1", at: NOON });
  });

  test("a new day is announced at the reader's midnight, and nobody continues over it", () => {
    const midnight = new Date(2026, 0, 16).getTime() / 1000;
    const items = feedOf([message(1, "ann", midnight - 1), message(2, "ann", midnight)], []);

    expect(keys(items)).toEqual(["day-1", "message-1", "day-2", "message-2"]);
    expect(continued(items)).toEqual([]);
  });

  test("the same weekday a week later is another day", () => {
    const items = feedOf([message(1), message(2, "ann", NOON + 7 * DAY_SECONDS)], []);

    expect(keys(items)).toContain("day-2");
  });
});

describe("who continues", () => {
  test("a member who goes on within five minutes is not named again", () => {
    const items = feedOf([message(1), message(2, "ann", NOON + 299), message(3, "ann", NOON + 598)], []);

    expect(continued(items)).toEqual([2, 3]);
  });

  test("after five minutes of silence the member is named again", () => {
    expect(continued(feedOf([message(1), message(2, "ann", NOON + 300)], []))).toEqual([]);
  });

  test("another member is always named", () => {
    expect(continued(feedOf([message(1), message(2, "bob"), message(3)], []))).toEqual([]);
  });

  test("the dictionary is named above each of its answers", () => {
    expect(continued(feedOf([message(1, "bot", NOON, true), message(2, "bot", NOON, true)], []))).toEqual([]);
  });
});

describe("gaps", () => {
  test("missing messages leave a gap that counts them, and nobody continues over it", () => {
    const items = feedOf([message(1), message(5)], []);

    expect(items[2]).toEqual({ kind: "gap", key: "gap-5", count: 3 });
    expect(continued(items)).toEqual([]);
  });

  test("older messages that were not fetched yet are no gap", () => {
    expect(keys(feedOf([message(40), message(41)], []))).toEqual(["day-40", "message-40", "message-41"]);
  });
});

describe("who came and went", () => {
  test("a move stands behind the message after which it was seen, and interrupts who speaks", () => {
    const items = feedOf([message(1), message(2)], [move(1)]);

    expect(keys(items)).toEqual(["day-1", "message-1", "move-1-bob", "message-2"]);
    expect(continued(items)).toEqual([]);
  });

  test("moves after the last message, or without any, stand at the end in their order", () => {
    const moves = [move(7), move(7, "left", "cleo")];

    expect(keys(feedOf([message(7)], moves)).slice(-2)).toEqual(["move-7-bob", "move-7-cleo"]);
    expect(keys(feedOf([], [move(0)]))).toEqual(["move-0-bob"]);
  });

  test("a move from before the oldest message shown stands above it", () => {
    expect(keys(feedOf([message(9)], [move(3)]))).toEqual(["move-3-bob", "day-9", "message-9"]);
  });

  test("the moves that were passed in stay as they are", () => {
    const moves = [move(1)];
    feedOf([message(1), message(2)], moves);

    expect(moves).toEqual([move(1)]);
  });
});

describe("withMove", () => {
  test("a member who comes and goes while nobody speaks is shown by the last move only", () => {
    expect(withMove([move(4, "joined"), move(4, "joined", "cleo")], move(4, "left"))).toEqual([
      move(4, "joined", "cleo"),
      move(4, "left"),
    ]);
  });

  test("moves around a message are both kept", () => {
    expect(withMove([move(4, "joined")], move(5, "left"))).toEqual([move(4, "joined"), move(5, "left")]);
  });

  test("only the last 50 moves are kept", () => {
    let moves: Move[] = [];
    for (let seq = 1; seq <= 60; seq++) moves = withMove(moves, move(seq));

    expect(moves).toHaveLength(50);
    expect(moves[0]?.after).toBe(11);
    expect(moves.at(-1)?.after).toBe(60);
  });
});
