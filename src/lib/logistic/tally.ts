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
