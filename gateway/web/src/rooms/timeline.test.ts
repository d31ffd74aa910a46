import { expect, test } from "vitest";
import type { RoomMessage } from "./protocol.js";
import { Timeline } from "./timeline.js";

function messages(...seqs: number[]): RoomMessage[] {
  return seqs.map((seq) => ({ room: "r", seq, at: seq, id: seq, from: "Ann", member: "ann", text: "" }));
}

function timelineOf(...seqs: number[]): Timeline {
  const timeline = new Timeline();
  timeline.add(messages(...seqs));
  return timeline;
}

test("an empty timeline has no ends and no gap", () => {
  const timeline = new Timeline();

  expect([timeline.first, timeline.last, timeline.gap(), timeline.find(1)]).toEqual(Array(4).fill(undefined));
});

test("messages stand in the order of `seq`, in whatever order they come", () => {
  const timeline = timelineOf(10, 2, 9);
  timeline.add(messages(1));

  expect(timeline.messages.map(({ seq }) => seq)).toEqual([1, 2, 9, 10]);
  expect([timeline.first, timeline.last]).toEqual([1, 10]);
  expect(timeline.find(9)?.seq).toBe(9);
});

test("a message that comes twice is taken in once, and only new ones are returned", () => {
  const timeline = timelineOf(1, 2);

  expect(timeline.add(messages(2, 3)).map(({ seq }) => seq)).toEqual([3]);
  expect(timeline.messages).toHaveLength(3);
});

test("nothing new leaves the list itself as it was, so that nothing is drawn again", () => {
  const timeline = timelineOf(1, 2);
  const before = timeline.messages;

  expect(timeline.add(messages(1))).toEqual([]);
  expect(timeline.messages).toBe(before);
});

test("the newest gap comes first", () => {
  const timeline = timelineOf(1, 4, 5, 9);

  expect(timeline.gap()).toEqual({ after: 5, before: 9 });
  timeline.add(messages(6, 7, 8));
  expect(timeline.gap()).toEqual({ after: 1, before: 4 });
});

test("a gap that was given up is not offered again, another one is", () => {
  const timeline = timelineOf(1, 4, 9);
  timeline.giveUp({ after: 4, before: 9 });

  expect(timeline.gap()).toEqual({ after: 1, before: 4 });
  timeline.giveUp({ after: 1, before: 4 });
  expect(timeline.gap()).toBeUndefined();
});
