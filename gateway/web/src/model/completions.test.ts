import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Completions } from "./completions.js";

const ask = vi.fn<(prefix: string) => Promise<string[]>>();
const offer = vi.fn<(words: string[]) => void>();
let completions: Completions;

function pause(): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(130);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  ask.mockImplementation((prefix) => Promise.resolve([`${prefix}ly`, `${prefix}ness`]));
  completions = new Completions(ask, offer);
});

afterEach(() => {
  vi.useRealTimers();
});

test("it asks once, when the typing pauses", async () => {
  for (const text of ["ha", "hap", "happ"]) {
    completions.typed(text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(ask).not.toHaveBeenCalled();

  await pause();
  expect(ask.mock.calls).toEqual([["happ"]]);
  expect(offer.mock.calls).toEqual([[["happly", "happness"]]]);
});

test("one letter, white space and whole sentences are not completed, and what was offered is taken back", async () => {
  for (const text of ["", "a", "  a  ", "what does happy mean"]) completions.typed(text);
  await pause();

  expect(ask).not.toHaveBeenCalled();
  expect(offer.mock.calls).toEqual([[[]], [[]], [[]], [[]]]);
});

test("compounds of up to three words are completed", async () => {
  completions.typed("  jack of all");
  await pause();

  expect(ask).toHaveBeenCalledExactlyOnceWith("jack of all");
});

test("an answer that comes after more was typed is dropped", async () => {
  let answer: (words: string[]) => void = () => undefined;
  ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  completions.typed("hap");
  await pause();
  completions.typed("happ");
  answer(["hapless"]);
  await vi.advanceTimersByTimeAsync(0);

  expect(offer).not.toHaveBeenCalled();
  await pause();
  expect(offer).toHaveBeenCalledExactlyOnceWith(["happly", "happness"]);
});

test("eight words are offered at most, and not the one that is written already", async () => {
  const others = Array.from({ length: 10 }, (_, index) => `happy${index}`);
  ask.mockResolvedValue(["happy", ...others]);
  completions.typed("happy");
  await pause();

  expect(offer).toHaveBeenCalledExactlyOnceWith(others.slice(0, 8));
});

test("stop() takes back what was offered, and lets nothing come after it", async () => {
  completions.typed("happy");
  completions.stop();
  await pause();
  expect(ask).not.toHaveBeenCalled();

  completions.typed("happy");
  vi.advanceTimersByTime(130); // it is asked, and not answered yet
  completions.stop();
  await pause();
  expect(offer.mock.calls).toEqual([[[]], [[]]]);
});
