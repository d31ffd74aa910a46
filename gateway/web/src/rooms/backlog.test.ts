import { beforeEach, describe, expect, test, vi } from "vitest";
import { Backlog } from "./backlog.js";
import type { Older, Refusal, RoomMessage } from "./protocol.js";
import { Timeline } from "./timeline.js";

const REFUSAL: Refusal = { error: { code: "not_a_member", message: "" } };
/** The server keeps messages from here on. */
let oldestKept = 1;
let timeline: Timeline;
const changed = vi.fn();
const mended = vi.fn((messages: readonly RoomMessage[]) => void timeline.add(messages));
const fetch = vi.fn<(before: number, limit: number) => Promise<Older | Refusal | undefined>>();

function messages(from: number, to: number): RoomMessage[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const seq = from + index;
    return { room: "r", seq, at: seq, id: seq, from: "Ann", member: "ann", text: "" };
  });
}

/** Answers as the server does: the last `limit` messages before `before`, and whether there are older ones. */
function answered(before: number, limit: number): Promise<Older> {
  const from = Math.max(oldestKept, before - limit);
  return Promise.resolve({ room: "r", history: messages(from, before - 1), more: from > oldestKept });
}

function backlogOf(...said: RoomMessage[]): Backlog {
  timeline = new Timeline();
  timeline.add(said);
  return new Backlog(timeline, fetch, { changed, mended });
}

function seqs(): number[] {
  return timeline.messages.map(({ seq }) => seq);
}

beforeEach(() => {
  vi.clearAllMocks();
  oldestKept = 1;
  fetch.mockImplementation(answered);
});

describe("older", () => {
  function withOlder(...said: RoomMessage[]): Backlog {
    const backlog = backlogOf(...said);
    backlog.hasOlder = true;
    return backlog;
  }

  test("it fetches the 50 messages before the oldest, until there are none", async () => {
    const backlog = withOlder(...messages(71, 80));
    await backlog.older();

    expect(fetch).toHaveBeenLastCalledWith(71, 50);
    expect(timeline.first).toBe(21);
    expect(backlog.hasOlder).toBe(true);

    await backlog.older();

    expect(timeline.first).toBe(1);
    expect(backlog.hasOlder).toBe(false);
  });

  test("it asks for nothing when there is nothing older, or nothing to be older than", async () => {
    await backlogOf(...messages(5, 6)).older();
    await withOlder().older();

    expect(fetch).not.toHaveBeenCalled();
  });

  test("while it fetches it says so, and asks once", async () => {
    const backlog = withOlder(...messages(71, 80));
    const first = backlog.older();
    const second = backlog.older();

    expect(backlog.isFetching).toBe(true);
    expect(changed).toHaveBeenCalledOnce();
    await Promise.all([first, second]);
    expect(fetch).toHaveBeenCalledOnce();
    expect(backlog.isFetching).toBe(false);
  });

  test("an empty answer is the end, whatever else it says", async () => {
    fetch.mockResolvedValue({ room: "r", history: [], more: true });
    const backlog = withOlder(...messages(71, 80));
    await backlog.older();

    expect(backlog.hasOlder).toBe(false);
  });

  test("a refusal changes nothing, and one may ask again", async () => {
    fetch.mockResolvedValueOnce(REFUSAL);
    const backlog = withOlder(...messages(71, 80));
    await backlog.older();

    expect([backlog.hasOlder, backlog.isFetching, timeline.first]).toEqual([true, false, 71]);
    await backlog.older();
    expect(timeline.first).toBe(21);
  });

  test("when the line was lost, stop() lets one ask again", async () => {
    fetch.mockResolvedValueOnce(undefined);
    const backlog = withOlder(...messages(71, 80));
    await backlog.older();

    expect(backlog.isFetching).toBe(true);
    backlog.stop();
    await backlog.older();
    expect(timeline.first).toBe(21);
  });
});

describe("mend", () => {
  test("it fills the newest gap first, and one answer may fill several", async () => {
    await backlogOf(...messages(1, 1), ...messages(4, 4), ...messages(9, 9)).mend();

    expect(fetch.mock.calls).toEqual([[9, 100]]);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("it goes on until no gap is left, and tells each time what came", async () => {
    await backlogOf(...messages(1, 3), ...messages(200, 210), ...messages(250, 250)).mend();

    expect(fetch.mock.calls.map(([before]) => before)).toEqual([250, 150, 50]);
    expect(mended.mock.calls.map(([came]) => came[0]?.seq)).toEqual([150, 50, 1]);
    expect(seqs()).toEqual(messages(1, 250).map(({ seq }) => seq));
  });

  test("messages that are no longer kept are asked for once, and their gap stays", async () => {
    oldestKept = 6;
    const backlog = backlogOf(...messages(1, 1), ...messages(9, 9));
    await backlog.mend();

    expect(seqs()).toEqual([1, 6, 7, 8, 9]);
    expect(fetch.mock.calls.map(([before]) => before)).toEqual([9, 6]);
    await backlog.mend();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test("it runs once at a time", async () => {
    const backlog = backlogOf(...messages(1, 1), ...messages(4, 4));
    await Promise.all([backlog.mend(), backlog.mend()]);

    expect(fetch).toHaveBeenCalledOnce();
  });

  test("after a refusal it can be tried again", async () => {
    fetch.mockResolvedValueOnce(REFUSAL);
    const backlog = backlogOf(...messages(1, 1), ...messages(4, 4));
    await backlog.mend();

    expect(seqs()).toEqual([1, 4]);
    await backlog.mend();
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  test("when the line was lost it waits for stop()", async () => {
    fetch.mockResolvedValueOnce(undefined);
    const backlog = backlogOf(...messages(1, 1), ...messages(4, 4));
    await backlog.mend();
    await backlog.mend();

    expect(fetch).toHaveBeenCalledOnce();
    backlog.stop();
    await backlog.mend();
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });
});
