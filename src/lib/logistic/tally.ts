/**
 * Totals gathered block after block, compensated: each total is as exact as if the blocks were
 * added in twice the precision. Source: Neumaier (1974), as in `stats/sum.ts`.
 */
export class Tally {
  private readonly sums: Float64Array;
  private readonly lost: Float64Array;

  constructor(length: number) {
    this.sums = new Float64Array(length);
    this.lost = new Float64Array(length);
  }

  /** Adds the block's totals and sets them back to zero. */
  absorb(block: Float64Array): void {
    for (let i = 0; i < block.length; i++) {
      const value = block[i]!;
      const sum = this.sums[i]!;
      const next = sum + value;
      const gap = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      this.lost[i] = this.lost[i]! + gap;
      this.sums[i] = next;
      block[i] = 0;
    }
  }

  totals(): Float64Array {
    return this.sums.map((sum, i) => sum + this.lost[i]!);
  }
}

/** The totals of successive chunks, added in order and set back to zero. */
export function merged(chunks: readonly Float64Array[]): Float64Array {
  const tally = new Tally(chunks[0]!.length);
  for (const chunk of chunks) tally.absorb(chunk);
  return tally.totals();
}

/** Values added up before they join a compensated total. */
const BLOCK = 256;

/** Sum over `length` values, compensated from block to block; `blockSum` adds those of one. */
export function sumOfBlocks(
  length: number,
  blockSum: (start: number, end: number) => number,
): number {
  const tally = new Tally(1);
  const block = new Float64Array(1);
  for (let start = 0; start < length; start += BLOCK) {
    block[0] = blockSum(start, Math.min(start + BLOCK, length));
    tally.absorb(block);
  }
  return tally.totals()[0]!;
}

/** Sum of an array, compensated from block to block. */
export function sumOf(values: Float64Array): number {
  return sumOfBlocks(values.length, (start, end) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i]!;
    return sum;
  });
}
