import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConnectionOptions, Progress } from "../connection.js";
import type { Context, LookupId, Question, Reply } from "../protocol.js";
import { fakePage } from "../testing/fake-page.js";
import { FakeStorage } from "../testing/fake-storage.js";
import { Conversation } from "./conversation.js";
import { History } from "./history.js";
import { ask, lookUp } from "./questions.js";

/** Stands for the connection: it keeps every question until the test answers it. */
const wire = vi.hoisted(() => {
  const state = {
    options: {} as ConnectionOptions,
    open: new Map<LookupId, { question: Question; settle: (reply: Reply) => void }>(),
    context: undefined as Context | undefined,
  };
  let counter = 0;
  class FakeConnection {
    state = "online";

    constructor(_: string | undefined, options: ConnectionOptions) {
      state.options = options;
    }

    newId(): string {
      return `id-${++counter}`;
    }

    lookUp(question: Question, id: LookupId = this.newId()): Promise<Reply> {
      return new Promise((settle) => state.open.set(id, { question, settle }));
    }

    remember(context: Context | undefined): void {
      state.context = context;
    }

    close(): void {
      this.state = "closed";
    }
  }
  return { state, FakeConnection };
});
vi.mock("../connection.js", () => ({ Connection: wire.FakeConnection }));

const changed = vi.fn();
const replied = vi.fn();

function replyTo(id: LookupId, word: string, more: Partial<Reply> = {}): Reply {
  return { id, option: "synonyms", word, response: "[]", ...more };
}

async function answer(id: LookupId, word: string, more: Partial<Reply> = {}): Promise<Reply> {
  const reply = replyTo(id, word, more);
  wire.state.open.get(id)?.settle(reply);
  wire.state.open.delete(id);
  await Promise.resolve();
  return reply;
}

let page: EventTarget;

/** Opens the page in this tab, as a reload does. */
function load(): Conversation {
  page.dispatchEvent(new Event("pagehide"));
  wire.state.open.clear();
  wire.state.context = undefined;
  return new Conversation(undefined, new History("wordwire"), { changed, replied });
}

beforeEach(() => {
  vi.clearAllMocks();
  page = fakePage();
  vi.stubGlobal("localStorage", new FakeStorage());
  vi.stubGlobal("sessionStorage", new FakeStorage());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("asking", () => {
  test("questions stand in their order, each with its own answer", async () => {
    const conversation = load();
    const first = conversation.ask(lookUp("synonyms", "a"));
    const second = conversation.ask(ask("b?"));
    const reply = await answer(second.id, "b");

    expect(conversation.exchanges).toEqual([first, second]);
    expect([first.reply, second.reply]).toEqual([undefined, reply]);
    expect(replied).toHaveBeenCalledExactlyOnceWith(reply);
  });

  test("the connection's progress is that of its question", () => {
    const conversation = load();
    const { id } = conversation.ask(lookUp("synonyms", "a"));
    const progress: Progress = { stage: "held", code: "busy", message: "", until: 5 };
    wire.state.options.onProgress?.(id, progress);
    wire.state.options.onProgress?.("of a completion", { stage: "sent" });

    expect(conversation.find(id)?.progress).toBe(progress);
  });

  test("asking again keeps the place and the id", async () => {
    const conversation = load();
    const first = conversation.ask(lookUp("synonyms", "a"));
    conversation.ask(lookUp("synonyms", "b"));
    await answer(first.id, "a", { error: { code: "timeout", message: "" } });
    conversation.retry(first);

    expect(conversation.exchanges[0]).toBe(first);
    expect([first.reply, first.progress]).toEqual([undefined, { stage: "waiting" }]);
    expect(wire.state.open.has(first.id)).toBe(true);
  });

  test("what is asked quietly leaves no trace", async () => {
    const conversation = load();
    const reply = conversation.quietly(lookUp("suggest", "ha"));
    const [id = ""] = wire.state.open.keys();
    await answer(id, "ha");

    expect((await reply).word).toBe("ha");
    expect(conversation.exchanges).toEqual([]);
    expect(replied).not.toHaveBeenCalled();
  });

  test("a new list is made for each change, so that the page draws it", async () => {
    const conversation = load();
    const lists = [conversation.exchanges];
    const { id } = conversation.ask(lookUp("synonyms", "a"));
    lists.push(conversation.exchanges);
    await answer(id, "a");
    lists.push(conversation.exchanges);

    expect(new Set(lists).size).toBe(3);
  });
});

describe("what the conversation is about", () => {
  test("the last answer with a word is remembered; a failure is not", async () => {
    const conversation = load();
    await answer(conversation.ask(lookUp("synonyms", "a")).id, "a");
    await answer(conversation.ask(lookUp("synonyms", "b")).id, "b", { error: { code: "busy", message: "" } });
    await answer(conversation.ask(lookUp("help", "")).id, "");

    expect(wire.state.context).toMatchObject({ command: "synonyms", word: "a" });
  });

  test("it is remembered over a reload, too", async () => {
    const before = load();
    await answer(before.ask(lookUp("synonyms", "a")).id, "a");
    await answer(before.ask(lookUp("help", "")).id, "");
    load();

    expect(wire.state.context).toMatchObject({ word: "a" });
  });
});

describe("after a reload", () => {
  test("what was answered is there and not fresh; what was not is asked again under its id", async () => {
    const before = load();
    const answered = before.ask(lookUp("synonyms", "a"));
    const open = before.ask(lookUp("synonyms", "b"));
    const reply = await answer(answered.id, "a");
    const after = load();

    expect(after.find(answered.id)).toMatchObject({ reply, fresh: false });
    expect([...wire.state.open]).toMatchObject([[open.id, { question: open.question }]]);
    await answer(open.id, "b");
    expect(after.find(open.id)?.fresh).toBe(true);
  });

  test("what the leaving page's connection answers is not kept as an answer", async () => {
    const before = load();
    const { id } = before.ask(lookUp("synonyms", "a"));
    before.close();
    await answer(id, "a", { error: { code: "unavailable", message: "The connection was closed." } });

    expect(load().find(id)?.reply).toBeUndefined();
    expect(wire.state.open.has(id)).toBe(true);
  });
});

describe("clear and resume", () => {
  test("clearing forgets everything, and an answer that was under way is dropped", async () => {
    const conversation = load();
    await answer(conversation.ask(lookUp("synonyms", "a")).id, "a");
    const { id } = conversation.ask(lookUp("synonyms", "b"));
    conversation.clear();
    await answer(id, "b");

    expect(conversation.exchanges).toEqual([]);
    expect(wire.state.context).toBeUndefined();
    expect(replied).toHaveBeenCalledOnce();
    expect(load().exchanges).toEqual([]);
  });

  test("a cleared conversation comes back, also after a reload, until the next question", async () => {
    const conversation = load();
    await answer(conversation.ask(lookUp("synonyms", "a")).id, "a");
    conversation.clear();
    expect(conversation.canUndo).toBe(true);
    conversation.undo();

    expect(conversation.canUndo).toBe(false);
    expect(load().exchanges.map(({ reply }) => reply?.word)).toEqual(["a"]);
    conversation.clear();
    conversation.ask(lookUp("synonyms", "b"));
    expect(conversation.canUndo).toBe(false);
  });

  test("a conversation that is forgotten does not come back", async () => {
    const conversation = load();
    await answer(conversation.ask(lookUp("synonyms", "a")).id, "a");
    conversation.clear();
    conversation.forget();

    expect(conversation.canUndo).toBe(false);
  });

  test("a new tab may continue the last conversation, as long as it is empty", async () => {
    const first = load();
    const { id } = first.ask(lookUp("synonyms", "a"));
    await answer(id, "a");
    expect(first.canResume()).toBe(false);

    page = fakePage();
    vi.stubGlobal("sessionStorage", new FakeStorage());
    const second = load();
    expect([second.exchanges, second.canResume()]).toEqual([[], true]);

    second.resume();
    expect(second.find(id)?.reply?.word).toBe("a");
    expect(second.canResume()).toBe(false);
    expect(load().find(id)).toBeDefined();
  });
});
