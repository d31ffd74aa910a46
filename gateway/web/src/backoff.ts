/** How long to wait before trying again: twice as long each time, and different for each client. */

const FIRST_MS = 400;
const LONGEST_MS = 8000;

/** Returns the milliseconds to wait after `failures` failures: 0.5 to 1.5 times the step. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return step * (0.5 + random());
}
