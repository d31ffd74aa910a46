import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection, type ConnectionOptions, type Progress } from "./connection.js";
import { ask, lookUp } from "./model/questions.js";
import type { Ack, LookupId, Reply, WireError } from "./protocol.js";
import { FakeLine } from "./testing/fake-line.js";

vi.mock("./line.js", async (original) => {
  const { FakeLine: Line } = await import("./testing/fake-line.js");
  return { ...(await original<object>()), Line };
});

const onProgress = vi.fn<(id: LookupId, progress: Progress) => void>();

function open(options: ConnectionOptions = {}): Connection {
  return new Connection(undefined, { onProgress, ...options });
}

/** Asks, and returns the reply once there is one. */
function asked(connection: Connection, id: LookupId, word = "geese"): { reply?: Reply } {
  const outcome: { reply?: Reply } = {};
  void connection.lookUp(lookUp("synonyms", word), id).then((reply) => (outcome.reply = reply));
  return outcome;
}

function replyTo(id: LookupId, error?: WireError): Reply {
  return { id, option: "synonyms", word: "geese", response: "[]", ...(error && { error }) };
}

function emittedIds(): LookupId[] {
  return FakeLine.last.emitted.map(({ fields }) => fields.id);
}

function acknowledgeLast(ack: Ack): void {
  FakeLine.last.emitted.at(-1)?.acknowledge(ack);
}

function pass(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  vi.spyOn(Math, "random").mockReturnValue(0.5); // the back-off: 400, 800, 1600 … ms
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("ids differ from question to question, and from client to client", () => {
  const [one, other] = [open(), open()];

  expect(new Set([one.newId(), one.newId(), other.newId(), other.newId()]).size).toBe(4);
});

describe("one question", () => {
  test("it is emitted once there is a connection, and never before", () => {
    asked(open(), 1);
    expect(FakeLine.last.emitted).toEqual([]);

    FakeLine.last.connect();
    expect(FakeLine.last.emitted).toMatchObject([
      { event: "my_message", fields: { id: 1, command: "synonyms", word: "geese" } },
    ]);
  });

  test("it is waiting, sent, queued, answered", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, status: "queued" });
    FakeLine.last.reply(replyTo(1));
    await pass(0);

    expect(onProgress.mock.calls.map(([id, { stage }]) => `${id} ${stage}`)).toEqual([
      "1 waiting",
      "1 sent",
      "1 queued",
    ]);
    expect(outcome.reply).toEqual(replyTo(1));
  });

  test("a reply to nothing that is open is dropped", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    FakeLine.last.reply(replyTo("of another page"));
    await pass(0);

    expect(outcome.reply).toBeUndefined();
  });

  test("an error for good is the answer", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, error: { code: "too_long", message: "Too long." } });
    await pass(0);

    expect(outcome.reply).toEqual({
      ...replyTo(1),
      error: { code: "too_long", message: "Too long." },
    });
  });
});

describe("a connection that breaks", () => {
  test("what is open is asked again under its id; what is answered is not", () => {
    const connection = open();
    asked(connection, 1);
    asked(connection, 2);
    FakeLine.last.connect();
    FakeLine.last.reply(replyTo(1));
    FakeLine.last.disconnect();
    FakeLine.last.connect();

    expect(emittedIds()).toEqual([1, 2, 2]);
  });

  test("an acknowledgement of an earlier sending says nothing of the new one", async () => {
    asked(open(), 1);
    FakeLine.last.connect();
    FakeLine.last.disconnect();
    await pass(10);
    FakeLine.last.connect();
    onProgress.mockClear();
    FakeLine.last.emitted[0]?.acknowledge({ id: 1, status: "queued" });
    expect(onProgress).not.toHaveBeenCalled();

    FakeLine.last.emitted[1]?.acknowledge({ id: 1, status: "queued" });
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(1, { stage: "queued" });
  });

  test("after five silent seconds without an acknowledgement the line is dropped", async () => {
    asked(open(), 1);
    FakeLine.last.connect();
    await pass(5000);
    expect(FakeLine.last.timesDropped).toBe(0);

    await pass(500);
    expect(FakeLine.last.timesDropped).toBe(1);
  });

  test("a gateway that stays away for two minutes ends the wait", async () => {
    const outcome = asked(open(), 1);
    await pass(119_000);
    expect(outcome.reply).toBeUndefined();

    await pass(2000);
    expect(outcome.reply?.error?.code).toBe("unavailable");
  });

  test("without an answer for twelve seconds the question ends as a timeout", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, status: "queued" });
    await pass(11_900);
    expect(outcome.reply).toBeUndefined();

    await pass(600);
    expect(outcome.reply?.error?.code).toBe("timeout");
  });

  test("closing it answers everything", async () => {
    const connection = open();
    const outcome = asked(connection, 1);
    connection.close();
    await pass(0);

    expect(outcome.reply?.error).toEqual({ code: "unavailable", message: "The connection was closed." });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a server that lets nobody in answers everything with its reason", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.events.refused?.({ code: "unauthorized", message: "No." });
    await pass(0);

    expect(outcome.reply?.error?.code).toBe("unauthorized");
  });
});

describe("a gateway that is busy", () => {
  const BUSY = { code: "busy", message: "" };

  test("the question is held, and asked again after the pause", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, error: BUSY });
    expect(onProgress).toHaveBeenLastCalledWith(1, { stage: "held", ...BUSY, until: Date.now() + 400 });

    await pass(500);
    expect(emittedIds()).toEqual([1, 1]);
    expect(outcome.reply).toBeUndefined();
  });

  test("the gateway's own time to wait is kept", async () => {
    asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, error: { ...BUSY, retry_after: 3 } });
    await pass(2900);
    expect(emittedIds()).toEqual([1]);

    await pass(350);
    expect(emittedIds()).toEqual([1, 1]);
  });

  test("a refusal that comes as acknowledgement and as reply counts once", async () => {
    asked(open(), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, error: BUSY });
    FakeLine.last.reply(replyTo(1, BUSY));

    expect(onProgress.mock.calls.filter(([, { stage }]) => stage === "held")).toHaveLength(1);
    await pass(500);
    expect(emittedIds()).toEqual([1, 1]);
  });

  test("the seventh refusal is the answer", async () => {
    const outcome = asked(open(), 1);
    FakeLine.last.connect();
    for (let refusal = 1; refusal <= 7; refusal++) {
      expect(outcome.reply).toBeUndefined();
      acknowledgeLast({ id: 1, error: BUSY });
      await pass(9000);
    }

    expect(emittedIds()).toHaveLength(7);
    expect(outcome.reply?.error).toEqual(BUSY);
  });

  test("a client that wants to retry by itself hears the first refusal", async () => {
    const outcome = asked(open({ retryRefusals: false }), 1);
    FakeLine.last.connect();
    acknowledgeLast({ id: 1, error: BUSY });
    await pass(0);

    expect(outcome.reply?.error).toEqual(BUSY);
  });

  test("only as many questions are open at the gateway as the window allows", () => {
    const connection = open({ window: 2 });
    for (const id of [1, 2, 3]) asked(connection, id);
    FakeLine.last.connect();
    expect(emittedIds()).toEqual([1, 2]);

    FakeLine.last.reply(replyTo(1));
    expect(emittedIds()).toEqual([1, 2, 3]);
  });
});

describe("what was talked about", () => {
  test("it goes along with a sentence, unless the sentence has its own context", () => {
    const connection = open();
    FakeLine.last.connect();
    const context = { command: "synonyms", word: "bank" };
    connection.remember(context);
    void connection.lookUp(ask("and as a verb?"), 1);
    void connection.lookUp(
      { event: "ask", fields: { text: "and?", context: { command: "pos", word: "a" } } },
      2,
    );
    asked(connection, 3);

    expect(FakeLine.last.emitted.map(({ fields }) => fields.context)).toEqual([
      context,
      { command: "pos", word: "a" },
      undefined,
    ]);
  });

  test("the answer to a sentence is remembered for the next one", () => {
    const connection = open();
    FakeLine.last.connect();
    void connection.lookUp(ask("synonyms of geese"), 1);
    FakeLine.last.reply(replyTo(1));
    void connection.lookUp(ask("and as a verb?"), 2);

    expect(FakeLine.last.emitted[1]?.fields.context).toMatchObject({ command: "synonyms", word: "geese" });
  });
});
