import { chiSquaredTail } from "../stats/chiSquared.js";
import type { Design } from "./design.js";
import { fitLogistic, type LogisticFit, type LogisticOptions } from "./fit.js";
import { usableSample } from "./sample.js";

/** What a column brings once all the others are there. */
export interface Dropped {
  term: string;
  df: number;
  /** Rise of the deviance without the term. */
  chi2: number;
  p: number;
}

/**
 * Likelihood-ratio test of each column of a design against the fit of all, R’s
 * `drop1(test = "LRT")`, on the same rows: those complete for all columns. An aliased column takes no
 * degree of freedom and its p is NaN.
 */
export function dropOne(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions,
  fit: Pick<LogisticFit, "deviance" | "k">,
): Dropped[] {
  const { kept } = usableSample(design, outcome, options);
  const inFit = new Uint8Array(design.rows);
  for (const row of kept) inFit[row] = 1;
  // A weight of zero leaves out the rows that miss the dropped column only.
  const weights = Float64Array.from(inFit, (flag, row) => flag * (options.weights?.[row] ?? 1));
  return design.names.map((term, column) => {
    const without = fitLogistic(dropped(design, column), outcome, { ...options, weights });
    const df = fit.k - without.k;
    const chi2 = without.deviance - fit.deviance;
    return { term, df, chi2, p: chiSquaredTail(chi2, df) };
  });
}

function dropped({ names, rows, values }: Design, column: number): Design {
  const width = names.length;
  return {
    names: names.toSpliced(column, 1),
    rows,
    values: values.filter((_, cell) => cell % width !== column),
  };
}
