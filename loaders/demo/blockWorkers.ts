import { Worker } from "node:worker_threads";
import type { Block, BlockOrder } from "./block.js";

/** Blocks asked of each worker in advance: one in hand, one waiting. */
const AHEAD = 2;

const THREAD = new URL("./blockThread.js", import.meta.url);

/** Room for young objects, MB: a company dies before it is copied (with the default, collection took up to a quarter of the time). */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Threads that simulate blocks, which are taken in order. */
export class BlockWorkers {
  private readonly workers: Worker[];
  private readonly waiting = new Map<number, Promise<Block>>();
  private ordered = 0;

  constructor(count: number) {
    this.workers = Array.from({ length: count }, () => new Worker(THREAD, { resourceLimits }));
    for (const worker of this.workers) worker.setMaxListeners(4 * AHEAD);
  }

  /** Orders blocks until every worker has enough of them. */
  order(orderOf: (rank: number) => BlockOrder): void {
    while (this.waiting.size < AHEAD * this.workers.length) {
      const rank = this.ordered++;
      const block = this.ask(rank, orderOf(rank));
      // Taken later; a failure is told then.
      block.catch(() => undefined);
      this.waiting.set(rank, block);
    }
  }

  private ask(rank: number, order: BlockOrder): Promise<Block> {
    const worker = this.workers[rank % this.workers.length]!;
    return new Promise((resolve, reject) => {
      const answer = (message: { rank: number; block: Block }): void => {
        if (message.rank !== rank) return;
        worker.off("message", answer);
        worker.off("error", reject);
        resolve(message.block);
      };
      worker.on("message", answer);
      worker.on("error", reject);
      worker.postMessage({ rank, order });
    });
  }

  /** The block of a rank, each to be taken once. */
  async take(rank: number): Promise<Block> {
    const block = await this.waiting.get(rank)!;
    this.waiting.delete(rank);
    return block;
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
