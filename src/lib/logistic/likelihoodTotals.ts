import { addWeightedGram } from "./gram.js";
import { addCombination, addProducts } from "./stretch.js";
import type { Table } from "./table.js";
import { Tally } from "./tally.js";

/** Rows treated together: 128 × 20 columns of doubles stay in a processor's first cache levels. */
const BLOCK = 128;

/**
 * Writes the loss, the gradient and the information (lower triangle) of rows begin ≤ i < end at
 * coefficients `gamma`, compensated across blocks of rows.
 */
export function addDerivatives(
  table: Table,
  gamma: Float64Array,
  begin: number,
  end: number,
  totals: Float64Array,
): void {
  const { rows, size, columns } = table;
  const tally = new Tally(totals.length);
  const block = new Float64Array(totals.length);
  const gram = block.subarray(1 + size);
  const vectors = [0, 1, 2, 3].map(() => new Float64Array(BLOCK));
  for (let start = begin; start < end; start += BLOCK) {
    const count = Math.min(BLOCK, end - start);
    const [w, residual, u, v] = vectors.map((vector) => vector.subarray(0, count)) as Vectors;
    fillPredictor(table, gamma, table.offset, start, w);
    block[0] = lossAndWeights(table, start, w, residual);
    const stretch = { columns, rows, start };
    addProducts(stretch, 0, size, residual, block, 1);
    addWeightedGram(stretch, size, w, u, v, gram);
    tally.absorb(block);
  }
  totals.set(tally.totals());
}

type Vectors = [Float64Array, Float64Array, Float64Array, Float64Array];

/** Writes the gradient alone: a fifth of the work. */
export function addGradient(
  table: Table,
  gamma: Float64Array,
  begin: number,
  end: number,
  totals: Float64Array,
): void {
  const { rows, size, columns } = table;
  const tally = new Tally(size);
  const block = new Float64Array(size);
  const scratch = new Float64Array(BLOCK);
  for (let start = begin; start < end; start += BLOCK) {
    const residual = scratch.subarray(0, Math.min(BLOCK, end - start));
    fillPredictor(table, gamma, table.offset, start, residual);
    replaceByResiduals(table, start, residual);
    addProducts({ columns, rows, start }, 0, size, residual, block, 0);
    tally.absorb(block);
  }
  totals.set(tally.totals());
}

/** Writes the linear predictor of rows `start…` into `eta`. */
export function fillPredictor(
  { columns, rows }: Pick<Table, "columns" | "rows">,
  gamma: Float64Array,
  offset: Float64Array | undefined,
  start: number,
  eta: Float64Array,
): void {
  if (offset) eta.set(offset.subarray(start, start + eta.length));
  else eta.fill(0);
  addCombination({ columns, rows, start }, gamma, eta);
}

/**
 * Replaces the linear predictor in `w` by the Newton weights `m p (1 − p)`, fills the residuals
 * `m (y − p)` and returns the loss. Everything comes from e = exp(−|η|) ≤ 1, so that neither p,
 * 1 − p nor their logarithms cancel or overflow.
 */
function lossAndWeights(
  table: Table,
  start: number,
  w: Float64Array,
  residual: Float64Array,
): number {
  let loss = 0;
  for (let i = 0; i < w.length; i++) {
    const eta = w[i]!;
    const y = table.outcome[start + i]!;
    const mass = table.mass[start + i]!;
    const e = Math.exp(-Math.abs(eta));
    const near = 1 / (1 + e);
    const far = e * near;
    const p = eta > 0 ? near : far;
    const q = eta > 0 ? far : near;
    loss += mass * (Math.log1p(e) + (eta > 0 ? (1 - y) * eta : -y * eta));
    residual[i] = mass * (y * q - (1 - y) * p);
    w[i] = mass * near * far;
  }
  return loss;
}

/** Replaces the linear predictor by the residuals `m (y − p)`, as above. */
function replaceByResiduals({ outcome, mass }: Table, start: number, eta: Float64Array): void {
  for (let i = 0; i < eta.length; i++) {
    const linear = eta[i]!;
    const y = outcome[start + i]!;
    const e = Math.exp(-Math.abs(linear));
    const near = 1 / (1 + e);
    const far = e * near;
    const p = linear > 0 ? near : far;
    const q = linear > 0 ? far : near;
    eta[i] = mass[start + i]! * (y * q - (1 - y) * p);
  }
}
