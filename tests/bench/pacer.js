// Posts the times at which lookups are due, at workerData.rate a second with exponential gaps.
import { parentPort, workerData } from "node:worker_threads";

const never = new Int32Array(new SharedArrayBuffer(4));
const gap = () => (-Math.log(1 - Math.random()) * 1000) / workerData.rate; // milliseconds
const now = () => performance.timeOrigin + performance.now();
// With dozens of lookups in a millisecond, waking for each would only take cycles from the server.
const shortestSleep = workerData.rate > 10_000 ? 1 : 0; // milliseconds
let next = now() + gap();
for (;;) {
  const left = next - now();
  if (left > 0) Atomics.wait(never, 0, 0, Math.max(left, shortestSleep));
  const due = [];
  for (const until = now(); next <= until; next += gap()) due.push(next);
  parentPort.postMessage(due);
}
