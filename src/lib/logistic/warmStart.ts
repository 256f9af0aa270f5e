import type { Basis } from "./basis.js";
import { choleskySolve } from "./cholesky.js";
import type { Engine } from "./engine.js";
import { maximise } from "./newton.js";
import type { Sample } from "./sample.js";
import { startingPoint } from "./start.js";
import { sumOf } from "./tally.js";

/** Where part of the rows lead, and what they tell of the information of all. */
export interface WarmStart {
  gamma: Float64Array;
  /** Inverse information expected on all rows, row-major, symmetric. */
  inverse: Float64Array;
}

/** One row in so many; prime, so that it falls on every month and every rank of a panel. */
const STRIDE = 19;

/** Rows from which a part of them says enough: its fit then costs 1/19 and saves two passes out of three. */
const MANY_ROWS = 40_000;

/** Events and non-events of the part, per column, for its optimum to be near that of all rows. */
const EVENTS_PER_COLUMN = 10;

/**
 * Length in standard errors of the part from which a step is the last: what is left after it is small
 * next to the distance from the part's optimum to that of all rows, √19 standard errors a column.
 */
const NEAR = 2;
const MAX_ITERATIONS = 15;

/**
 * Near the optimum of one row in 19, when there are many. Null when the part is too small, collinear,
 * or seen to be separated.
 */
export function warmStart(
  sample: Sample,
  basis: Basis,
  intercept: boolean,
  engine: Engine,
): WarmStart | null {
  if (sample.rows < MANY_ROWS) return null;
  const part = partOf(sample);
  const events = part.outcome.reduce((sum, y) => sum + y, 0);
  const enough = EVENTS_PER_COLUMN * basis.size;
  if (events < enough || part.rows - events < enough) return null;
  const partBasis = { ...basis, rows: part.rows, columns: partOfColumns(basis, part.rows, engine) };
  const start = startingPoint(part, partBasis, intercept, events / part.rows);
  const optimum = maximise(part, partBasis, start, NEAR, MAX_ITERATIONS, { engine });
  if (!optimum.converged || optimum.direction || !optimum.factor) return null;
  const share = sumOf(part.mass) / sumOf(sample.mass);
  return { gamma: optimum.gamma, inverse: inverseOf(optimum.factor, basis.size, share) };
}

function partOf(sample: Sample): Sample {
  const rows = Math.ceil(sample.rows / STRIDE);
  const pick = (values: Float64Array) => new Float64Array(rows).map((_, i) => values[i * STRIDE]!);
  return {
    ...sample,
    rows,
    outcome: pick(sample.outcome),
    mass: pick(sample.mass),
    offset: sample.offset && pick(sample.offset),
  };
}

function partOfColumns(
  { columns, rows, size }: Basis,
  partRows: number,
  engine: Engine,
): Float64Array {
  const part = engine.allocate(partRows * size);
  for (let q = 0; q < size; q++) {
    for (let i = 0; i < partRows; i++) part[q * partRows + i] = columns[q * rows + i * STRIDE]!;
  }
  return part;
}

function inverseOf(factor: Float64Array, size: number, scale: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let q = 0; q < size; q++) {
    const unit = new Float64Array(size);
    unit[q] = scale;
    inverse.set(choleskySolve(factor, size, unit), q * size);
  }
  return inverse;
}
