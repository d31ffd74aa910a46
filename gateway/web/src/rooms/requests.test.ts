import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Line } from "../line.js";
import type { Said } from "./protocol.js";
import { Requests } from "./requests.js";

const DONE: Said = { id: "a", seq: 1, at: 1 };
const emitWithAck = vi.fn<(event: string, fields: object) => Promise<unknown>>();
const timeout = vi.fn<(ms: number) => object>(() => ({ emitWithAck }));
const drop = vi.fn();
const refused = vi.fn();
const forgotten = vi.fn();
const line = { state: "online", heardAt: 0, drop, socket: { connected: true, timeout } };
let requests: Requests;

function refusal(code: string, retryAfter?: number): object {
  return { error: { code, message: "", ...(retryAfter !== undefined && { retry_after: retryAfter }) } };
}

/** Says something, and returns how that ended so far. */
function say(ownRefused?: (why: object, isFinal: boolean) => void): { result: unknown } {
  const outcome: { result: unknown } = { result: "pending" };
  void requests.insist<Said>("say", { text: "hi" }, ownRefused).then((result) => (outcome.result = result));
  return outcome;
}

function pass(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  vi.spyOn(Math, "random").mockReturnValue(0.5); // the back-off: 400, 800, 1600 … ms
  emitWithAck.mockReset().mockResolvedValue(DONE);
  Object.assign(line, { state: "online", heardAt: 0 });
  line.socket.connected = true;
  requests = new Requests(line as unknown as Line, { refused, forgotten });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("insist", () => {
  test("what is done at once is emitted once, and reported as no refusal", async () => {
    const outcome = say();
    await pass(0);

    expect(outcome.result).toBe(DONE);
    expect(emitWithAck.mock.calls).toEqual([["say", { text: "hi" }]]);
    expect(refused.mock.calls).toEqual([[undefined]]);
  });

  test("a refusal for good ends it", async () => {
    emitWithAck.mockResolvedValue(refusal("too_long"));
    const outcome = say();
    await pass(60_000);

    expect(outcome.result).toEqual(refusal("too_long"));
    expect(emitWithAck).toHaveBeenCalledOnce();
    expect(refused).toHaveBeenCalledExactlyOnceWith({ code: "too_long", message: "" });
  });

  test.each(["busy", "rate_limited", "unavailable", "timeout"])(
    "%s passes, and is tried again",
    async (code) => {
      emitWithAck.mockResolvedValueOnce(refusal(code)).mockResolvedValueOnce(refusal(code));
      const outcome = say();
      await pass(400);
      expect(emitWithAck).toHaveBeenCalledTimes(2);

      await pass(799);
      expect(emitWithAck).toHaveBeenCalledTimes(2);
      await pass(1);
      expect(outcome.result).toBe(DONE);
      expect(refused.mock.calls.map(([why]) => (why as { code: string } | undefined)?.code)).toEqual([
        code,
        code,
        undefined,
      ]);
    },
  );

  test("the server's own time to wait is kept", async () => {
    emitWithAck.mockResolvedValueOnce(refusal("rate_limited", 3));
    const outcome = say();
    await pass(2999);
    expect(emitWithAck).toHaveBeenCalledOnce();

    await pass(1);
    expect(outcome.result).toBe(DONE);
  });

  test("a caller that wants to know of refusals itself hears whether they are final", async () => {
    const own = vi.fn();
    emitWithAck.mockResolvedValueOnce(refusal("busy")).mockResolvedValueOnce(refusal("bad_request"));
    say(own);
    await pass(400);

    expect(own.mock.calls).toEqual([
      [{ code: "busy", message: "" }, false],
      [{ code: "bad_request", message: "" }, true],
    ]);
    expect(refused).not.toHaveBeenCalled();
  });
});

describe("a room that has forgotten us", () => {
  test("we join again after a pause, and what was begun ends", async () => {
    emitWithAck.mockResolvedValue(refusal("not_a_member"));
    const outcome = say();
    await pass(399);
    expect(forgotten).not.toHaveBeenCalled();

    await pass(1);
    expect(forgotten).toHaveBeenCalledOnce();
    expect(outcome.result).toBeUndefined();
    expect(emitWithAck).toHaveBeenCalledOnce();
  });

  test("the pause grows each time, until something succeeds after joining", async () => {
    const pauseBeforeJoining = async (): Promise<number> => {
      emitWithAck.mockResolvedValueOnce(refusal("not_a_member"));
      const began = Date.now();
      const times = forgotten.mock.calls.length;
      say();
      while (forgotten.mock.calls.length === times) await pass(100);
      await requests.insist("join", {}); // which succeeds, but says nothing of what comes next
      return Date.now() - began;
    };
    const pauses = [await pauseBeforeJoining(), await pauseBeforeJoining(), await pauseBeforeJoining()];
    say();
    await pass(0);
    pauses.push(await pauseBeforeJoining());

    expect(pauses).toEqual([400, 800, 1600, 400]);
  });
});

describe("end", () => {
  test("what waits to be tried again is not emitted any more", async () => {
    emitWithAck.mockResolvedValueOnce(refusal("busy"));
    const outcome = say();
    await pass(100);
    requests.end();
    await pass(10_000);

    expect(outcome.result).toBeUndefined();
    expect(emitWithAck).toHaveBeenCalledOnce();
  });

  test("an acknowledgement that comes later is not heeded", async () => {
    let acknowledge: (ack: unknown) => void = () => undefined;
    emitWithAck.mockReturnValue(new Promise((resolve) => (acknowledge = resolve)));
    const outcome = say();
    requests.end();
    acknowledge(refusal("busy"));
    await pass(10_000);

    expect(outcome.result).toBeUndefined();
    expect(refused).not.toHaveBeenCalled();
  });
});

describe("emit", () => {
  const UNANSWERED = { error: { code: "timeout" } };

  function lostAck(): void {
    emitWithAck.mockImplementation(async () => {
      await new Promise((wake) => setTimeout(wake, 8000));
      throw new Error("operation has timed out");
    });
  }

  test("nothing is emitted while there is no connection: socket.io would send it later", async () => {
    line.socket.connected = false;

    expect(await requests.emit("typing", {})).toMatchObject(UNANSWERED);
    expect(timeout).not.toHaveBeenCalled();
  });

  test("without any sign of the server the line is dropped", async () => {
    lostAck();
    const ack = requests.emit("say", {});
    await pass(8000);

    expect(await ack).toMatchObject(UNANSWERED);
    expect(timeout).toHaveBeenCalledWith(8000);
    expect(drop).toHaveBeenCalledOnce();
  });

  test("a heartbeat since then keeps the line", async () => {
    lostAck();
    const ack = requests.emit("say", {});
    await pass(4000);
    line.heardAt = Date.now();
    await pass(4000);

    expect(await ack).toMatchObject(UNANSWERED);
    expect(drop).not.toHaveBeenCalled();
  });

  test("a line that is away already is not dropped once more", async () => {
    lostAck();
    const ack = requests.emit("say", {});
    line.state = "reconnecting";
    await pass(8000);
    await ack;

    expect(drop).not.toHaveBeenCalled();
  });
});
