import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { en } from "../i18n/en.js";
import type { Exchange } from "../model/conversation.js";
import { ask, lookUp } from "../model/questions.js";
import type { LookupId, Question } from "../protocol.js";
import type { WordwireChat } from "../ui/wordwire-chat.js";
import { followAddress } from "./address.js";

const pushState = vi.fn();
const replaceState = vi.fn();
const show = vi.fn<(id: LookupId) => boolean>();
const page = { title: "", getElementById: vi.fn() };
let goBack: () => void;
let onAsked: (exchange: Exchange) => void;
let counter = 0;

/** Stands for the element: each question gets an id, and is reported. */
const chat = {
  strings: en,
  updateComplete: Promise.resolve(),
  show,
  ask: vi.fn((question: Question) => {
    const id = `id-${++counter}`;
    onAsked({ id, question, askedAt: 0, progress: { stage: "waiting" }, fresh: true });
    return id;
  }),
};

/** Loads the page at `query`, with the `state` that an earlier step left. */
async function load(query: string, state: object | null = null, pathname = "/"): Promise<void> {
  vi.stubGlobal("location", { search: query, pathname });
  vi.stubGlobal("history", { state, pushState, replaceState });
  followAddress(chat as unknown as WordwireChat, (listener) => (onAsked = listener));
  await chat.updateComplete;
}

beforeEach(() => {
  vi.clearAllMocks();
  show.mockReturnValue(false);
  counter = 0;
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", { addEventListener: (_: string, listener: () => void) => (goBack = listener) });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an address that names a question asks it without another step, and only that", async () => {
  await load("?word=geese&command=lemmatizer");

  expect(chat.ask).toHaveBeenCalledExactlyOnceWith(lookUp("lemmatizer", "geese"), false, undefined);
  expect(replaceState).toHaveBeenCalledExactlyOnceWith({ id: "id-1" }, "");
  expect(pushState).not.toHaveBeenCalled();
  expect(page.title).toBe("geese – Wordwire");

  chat.ask(ask("hello"));
  expect(pushState).toHaveBeenCalledOnce();
});

test("each question after that is a step with an address and a title", async () => {
  await load("");
  expect(page.title).toBe("Wordwire");

  chat.ask(ask("what is a goose?"));
  expect(pushState).toHaveBeenCalledExactlyOnceWith({ id: "id-1" }, "", "/?ask=what+is+a+goose%3F");
  expect(page.title).toBe("what is a goose? – Wordwire");
});

test("after a reload the question that is still in the transcript is shown, not asked again", async () => {
  show.mockReturnValue(true);
  await load("?word=geese", { id: "id-7" });

  expect(show).toHaveBeenCalledExactlyOnceWith("id-7");
  expect(chat.ask).not.toHaveBeenCalled();
});

test("going back leads to the question in the transcript, else asks it again", async () => {
  await load("");
  vi.stubGlobal("history", { state: { id: "id-7" }, pushState, replaceState });
  vi.stubGlobal("location", { search: "?ask=hello", pathname: "/" });
  show.mockReturnValueOnce(true);
  goBack();
  expect(chat.ask).not.toHaveBeenCalled();

  goBack();
  expect(chat.ask).toHaveBeenCalledExactlyOnceWith(ask("hello"), false, undefined);
  expect(pushState).not.toHaveBeenCalled();
});

test("a word's page asks for its word, with the reply that it brought, and leads back to the full page", async () => {
  const reply = { option: "overview", word: "ice cream", response: "[]" };
  page.getElementById.mockReturnValueOnce({ textContent: JSON.stringify(reply) });
  await load("?utm_source=x", null, "/dictionary/word/ice_cream");
  expect(chat.ask).toHaveBeenCalledExactlyOnceWith(lookUp("overview", "ice cream"), false, reply);

  chat.ask(ask("hello"));
  expect(pushState).toHaveBeenCalledExactlyOnceWith({ id: "id-2" }, "", "/dictionary/?ask=hello");
});
