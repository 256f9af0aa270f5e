import type { Block, BlockOrder } from "./block.js";
import { simulateBlock } from "./block.js";
import { BlockWorkers } from "./blockWorkers.js";

/** Companies simulated together: about 3 MB of lines for ten years. */
const SIZE = 250;

type Economy = Pick<BlockOrder, "seed" | "edition">;

/**
 * Blocks of companies in order until `companies` of them were active. Company n is the same in every
 * block that holds it, so the number of workers changes the time only, never the bytes.
 * @param workers threads that simulate; 1 stays in this one
 */
export async function* blocksOf(
  economy: Economy,
  companies: number,
  workers: number,
): AsyncGenerator<Block> {
  let left = companies;
  for await (const [order, block] of simulated(economy, workers)) {
    // The last block goes too far: it is made again up to the last company.
    const kept = block.active <= left ? block : simulateBlock({ ...order, most: left });
    yield kept;
    left -= kept.active;
    if (left === 0) return;
  }
}

const orderOf = (economy: Economy, rank: number): BlockOrder => ({
  ...economy,
  from: rank * SIZE,
  to: (rank + 1) * SIZE,
  most: SIZE,
});

async function* simulated(
  economy: Economy,
  workers: number,
): AsyncGenerator<readonly [BlockOrder, Block]> {
  if (workers < 2) {
    for (let rank = 0; ; rank++) {
      const order = orderOf(economy, rank);
      yield [order, simulateBlock(order)];
    }
  }
  const pool = new BlockWorkers(workers);
  try {
    for (let rank = 0; ; rank++) {
      pool.order((ahead) => orderOf(economy, ahead));
      yield [orderOf(economy, rank), await pool.take(rank)];
    }
  } finally {
    await pool.stop();
  }
}
