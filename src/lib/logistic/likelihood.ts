import type { Basis } from "./basis.js";
import { type Engine, SINGLE_THREAD } from "./engine.js";
import type { Sample } from "./sample.js";
import type { Table } from "./table.js";
import { merged } from "./tally.js";

/** The log-likelihood and its two derivatives at one point. */
export interface Evaluation {
  /** Minus the log-likelihood, binomial coefficients left out. */
  loss: number;
  /** Derivative of the log-likelihood. */
  gradient: Float64Array;
  /** Fisher information, row-major, lower triangle. */
  information: Float64Array;
}

/** One pass over the data at coefficients `gamma`, sums compensated across blocks of rows. */
export function evaluate(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  engine: Engine = SINGLE_THREAD,
): Evaluation {
  const table = tableOf(sample, basis);
  const totals = merged(engine.run({ kind: "derivatives", table, gamma }));
  const { size } = basis;
  return {
    loss: totals[0]!,
    gradient: totals.slice(1, 1 + size),
    information: totals.slice(1 + size),
  };
}

/** The first derivative alone. */
export function gradientAt(
  sample: Sample,
  basis: Basis,
  gamma: Float64Array,
  engine: Engine,
): Float64Array {
  return merged(engine.run({ kind: "gradient", table: tableOf(sample, basis), gamma }));
}

function tableOf({ outcome, mass, offset }: Sample, { rows, size, columns }: Basis): Table {
  return { rows, size, columns, outcome, mass, offset };
}
