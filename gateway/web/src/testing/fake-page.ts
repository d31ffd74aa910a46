import { vi } from "vitest";

/** Stands for the window in the unit tests: the listeners of the code are on the returned target. */
export function fakePage(): EventTarget {
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  return page;
}
