import { parentPort } from "node:worker_threads";
import { type BlockOrder, simulateBlock } from "./block.js";

/** Simulates the blocks ordered by the thread that started this one; their bytes are handed over. */
parentPort!.on("message", ({ rank, order }: { rank: number; order: BlockOrder }) => {
  const block = simulateBlock(order);
  const bytes = block.lines.map(({ text }) => text.buffer);
  parentPort!.postMessage({ rank, block }, bytes);
});
