import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Reply } from "../protocol.js";
import { fakePage } from "../testing/fake-page.js";
import { FakeStorage, forbiddenStorage, FullStorage } from "../testing/fake-storage.js";
import { History, type SavedExchange } from "./history.js";
import { lookUp } from "./questions.js";

let local: FakeStorage;
let page: EventTarget;

function exchange(id: number, response = "[]"): SavedExchange {
  const reply: Reply = { id, option: "synonyms", word: "a", response };
  return { id, question: lookUp("synonyms", "a"), askedAt: id, reply };
}

function exchanges(count: number, response?: string): SavedExchange[] {
  return Array.from({ length: count }, (_, index) => exchange(index + 1, response));
}

function ids(saved: readonly SavedExchange[]): unknown[] {
  return saved.map(({ id }) => id);
}

/** Opens the history in a tab that has never been used; the storage of all tabs stays the same. */
function inNewTab(scope = "wordwire"): History {
  vi.stubGlobal("sessionStorage", new FakeStorage());
  return new History(scope);
}

/** Opens the history on the next page of the same tab. */
function afterReload(): History {
  page.dispatchEvent(new Event("pagehide"));
  return new History("wordwire");
}

/** Opens the history in a duplicate of this tab: browsers copy the session storage. */
function inDuplicate(): History {
  const copy = new FakeStorage();
  for (const [key, value] of Object.entries(sessionStorage)) copy.setItem(key, String(value));
  vi.stubGlobal("sessionStorage", copy);
  return new History("wordwire");
}

/** Puts `value` where the conversation of this tab is kept. */
function damage(history: History, value: string): void {
  history.save([exchange(1)]);
  const [key = ""] = Object.keys(local);
  local.setItem(key, value);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  local = new FakeStorage();
  vi.stubGlobal("localStorage", local);
  page = fakePage();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a tab's own conversation", () => {
  test("it is there again after a reload", () => {
    inNewTab().save(exchanges(2));

    expect(afterReload().load()).toEqual(exchanges(2));
    expect(Object.keys(local)).toHaveLength(1);
  });

  test("a question without an answer is kept, too", () => {
    const open = { id: "a-1", question: lookUp("random", ""), askedAt: 5 };
    inNewTab().save([open]);

    expect(afterReload().load()).toEqual([open]);
  });

  test("another tab starts empty", () => {
    inNewTab().save(exchanges(2));

    expect(inNewTab().load()).toEqual([]);
  });

  test("another widget of the same tab has its own", () => {
    inNewTab("wordwire:a").save(exchanges(2));

    expect(new History("wordwire:b").load()).toEqual([]);
  });

  test("the newest 60 exchanges are kept", () => {
    const history = inNewTab();
    history.save(exchanges(75));

    expect(ids(history.load())).toEqual(ids(exchanges(75).slice(-60)));
  });

  test("long answers push out the oldest, a quarter at a time, but never the last", () => {
    const history = inNewTab();
    history.save(exchanges(8, "x".repeat(60_000)));

    expect(ids(history.load())).toEqual([3, 4, 5, 6, 7, 8]);
    history.save(exchanges(2, "x".repeat(500_000)));
    expect(ids(history.load())).toEqual([2]);
  });
});

describe("a duplicated tab", () => {
  test("it goes on with a copy, and neither changes the other's", () => {
    const original = inNewTab();
    original.save([exchange(1)]);
    const duplicate = inDuplicate();
    expect(ids(duplicate.load())).toEqual([1]);
    duplicate.save([exchange(1), exchange(2)]);
    original.save([exchange(1), exchange(3)]);

    expect(ids(duplicate.load())).toEqual([1, 2]);
    expect(ids(original.load())).toEqual([1, 3]);
    expect(ids(afterReload().load())).toEqual([1, 2]);
  });

  test("it is a duplicate of a page that came back from the browser's memory, too", () => {
    const original = inNewTab();
    original.save([exchange(1)]);
    page.dispatchEvent(new Event("pagehide"));
    page.dispatchEvent(new Event("pageshow"));
    inDuplicate().save([exchange(2)]);

    expect(ids(original.load())).toEqual([1]);
  });

  test("an element that moves in its page keeps its conversation", () => {
    const before = inNewTab();
    before.save([exchange(1)]);
    before.close();
    new History("wordwire").save([exchange(2)]);

    expect(ids(before.load())).toEqual([2]);
  });
});

describe("other tabs' conversations", () => {
  test("the one that was saved last can be continued", () => {
    vi.setSystemTime(1000);
    inNewTab().save([exchange(1)]);
    vi.setSystemTime(3000);
    inNewTab().save([exchange(2)]);
    vi.setSystemTime(2000);
    inNewTab().save([exchange(3)]);

    expect(ids(inNewTab().latestOther())).toEqual([2]);
  });

  test("one's own is no other", () => {
    const history = inNewTab();
    history.save([exchange(1)]);

    expect(history.latestOther()).toEqual([]);
  });

  test("only the five newest are kept", () => {
    for (let tab = 1; tab <= 7; tab++) {
      vi.setSystemTime(tab * 1000);
      inNewTab().save([exchange(tab)]);
    }

    const kept = Object.keys(local).map((key) => local.getItem(key) ?? "");
    expect(kept.map((saved) => (JSON.parse(saved) as { savedAt: number }).savedAt).sort()).toEqual([
      3000, 4000, 5000, 6000, 7000,
    ]);
  });

  test("clear() forgets all of them, and nothing else", () => {
    local.setItem("wordwire-preference.theme", "dark");
    inNewTab("wordwire:a").save([exchange(9)]);
    inNewTab().save([exchange(1)]);
    const history = inNewTab();
    history.save([exchange(2)]);
    history.clear();

    expect(history.load()).toEqual([]);
    expect(history.latestOther()).toEqual([]);
    expect(Object.keys(local).filter((key) => !key.startsWith("wordwire:a."))).toEqual([
      "wordwire-preference.theme",
    ]);
  });
});

describe("a storage that is damaged, full or forbidden", () => {
  test("what is no conversation is an empty one", () => {
    const history = inNewTab();
    for (const value of ["", "{", "null", "7", "{}", '{"exchanges": 1}']) {
      damage(history, value);

      expect(history.load()).toEqual([]);
    }
  });

  test("exchanges that lack an id or a question are dropped", () => {
    const history = inNewTab();
    damage(
      history,
      JSON.stringify({ exchanges: [null, {}, { id: 3 }, { id: 4, question: {} }, exchange(5)] }),
    );

    expect(ids(history.load())).toEqual([5]);
  });

  test("when the storage is full the conversation lives on in the page", () => {
    vi.stubGlobal("localStorage", new FullStorage());
    const history = inNewTab();

    expect(() => history.save([exchange(1)])).not.toThrow();
    expect(history.load()).toEqual([]);
  });

  test("a site chooses the storage: until the tab closes, or none", () => {
    const session = new FakeStorage();
    vi.stubGlobal("sessionStorage", session);
    const here = new History("wordwire", "session");
    here.save([exchange(1)]);
    here.close();
    expect(Object.keys(local)).toEqual([]);
    expect(new History("wordwire", "session").load()).toEqual([exchange(1)]);
    const before = Object.keys(session).length;
    new History("wordwire", "none").save([exchange(1)]);

    expect(new History("wordwire", "none").load()).toEqual([]);
    expect([Object.keys(local).length, Object.keys(session).length]).toEqual([0, before]);
  });

  test("where storage is forbidden everything is empty, and nothing throws", () => {
    vi.stubGlobal("localStorage", forbiddenStorage());
    vi.stubGlobal("sessionStorage", forbiddenStorage());
    const history = new History("wordwire");
    history.save([exchange(1)]);
    history.clear();

    expect([history.load(), history.latestOther()]).toEqual([[], []]);
  });
});
