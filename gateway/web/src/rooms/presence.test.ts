import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Presence } from "./presence.js";

const ME = { member: "me", name: "Zoe" };
const ANN = { member: "a1", name: "Ann" };
const BOB = { member: "b1", name: "Bob" };
const changed = vi.fn();
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  changed.mockClear();
  presence = new Presence(changed);
  presence.reset(ME, [BOB, ME, ANN]);
});

afterEach(() => {
  vi.useRealTimers();
});

describe("people", () => {
  test("one stands first oneself, and the others by name", () => {
    expect(presence.people).toEqual([ME, ANN, BOB]);
  });

  test("somebody who comes is news once, and so is somebody who leaves", () => {
    const cleo = { member: "c1", name: "Cleo" };

    expect([presence.joined(cleo), presence.joined(cleo)]).toEqual([true, false]);
    expect(presence.people).toContainEqual(cleo);
    expect([presence.left(cleo), presence.left(cleo)]).toEqual([true, false]);
    expect(presence.people).not.toContainEqual(cleo);
  });

  test("oneself is never news, and never missing", () => {
    expect([presence.joined(ME), presence.left(ME)]).toEqual([false, false]);
    expect(presence.people[0]).toEqual(ME);
  });

  test("a member who comes back under another name has that name", () => {
    expect(presence.joined({ ...ANN, name: "Anna" })).toBe(false);
    expect(presence.people.map(({ name }) => name)).toEqual(["Zoe", "Anna", "Bob"]);
  });

  test("two members of the same name are two", () => {
    presence.joined({ member: "a2", name: "Ann" });

    expect(presence.people).toHaveLength(4);
  });
});

describe("typing", () => {
  test("a sign of it shows for five seconds", () => {
    presence.nowTyping(ANN);
    vi.advanceTimersByTime(4999);
    expect(presence.typing).toEqual([ANN]);

    vi.advanceTimersByTime(1);
    expect(presence.typing).toEqual([]);
    expect(changed).toHaveBeenCalledOnce();
  });

  test("the next sign starts the five seconds again", () => {
    presence.nowTyping(ANN);
    vi.advanceTimersByTime(3000);
    presence.nowTyping(ANN);
    vi.advanceTimersByTime(3000);

    expect(presence.typing).toEqual([ANN]);
  });

  test("a message ends it at once, and so does leaving", () => {
    presence.nowTyping(ANN);
    presence.nowTyping(BOB);
    presence.stopTyping(ANN.member);
    presence.left(BOB);

    expect(presence.typing).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(changed).not.toHaveBeenCalled();
  });

  test("one's own typing does not show", () => {
    presence.nowTyping(ME);

    expect(presence.typing).toEqual([]);
  });

  test("somebody who types is in the room, even if that was not heard", () => {
    const cleo = { member: "c1", name: "Cleo" };
    presence.nowTyping(cleo);

    expect(presence.people).toContainEqual(cleo);
    expect(presence.typing).toEqual([cleo]);
  });

  test("in another room nobody types yet", () => {
    presence.nowTyping(ANN);
    presence.reset(ME, [ANN]);

    expect(presence.typing).toEqual([]);
  });
});
