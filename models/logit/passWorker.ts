import { receiveMessageOnPort, workerData } from "node:worker_threads";
import { type PassOrder, takeChunks } from "./passOrder.js";
import type { ThreadStart } from "./threads.js";

/** Makes its part of every pass ordered, asleep in between. */
const { port, signal } = workerData as ThreadStart;
for (;;) {
  const seen = Atomics.load(signal, 0);
  for (;;) {
    const received = receiveMessageOnPort(port);
    if (!received) break;
    takeChunks(received.message as PassOrder);
  }
  Atomics.wait(signal, 0, seen);
}
