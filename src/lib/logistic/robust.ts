import { NORMAL_QUANTILE_975, twoSidedNormalP } from "../stats/normal.js";
import type { LogisticFit } from "./fit.js";
import type { Sample } from "./sample.js";
import { rowScores } from "./scores.js";

/**
 * Which covariance replaces the model’s, when rows may have another variance than the model says or
 * depend on each other. `hc0`: Eicker-Huber-White; `hc1`: × n/(n−k). With clusters of G labels:
 * `cr0`, `cr1` × G/(G−1) (Stata’s `logit, vce(cluster)`, R’s `sandwich::vcovCL` on a `glm`), `cr1s`
 * also × (n−1)/(n−k) (statsmodels).
 */
export type Robust =
  | { kind: "hc0" | "hc1" }
  | { kind: "cr0" | "cr1" | "cr1s"; clusters: ArrayLike<string | number> };

export type RobustInference = Pick<
  LogisticFit,
  "stdErrors" | "z" | "p" | "ciLow" | "ciHigh" | "vcov"
> & {
  /** Number of clusters; rows when there are none. */
  clusters: number;
};

/**
 * Sandwich covariance V M V of a maximum likelihood fit: V is its covariance, M the sum of the
 * products of the scores of rows, or of clusters. Months of one company overlap: their windows of
 * 18 months share events, and errors that ignore it are too small.
 *
 * Source: K.-Y. Liang, S. Zeger, « Longitudinal data analysis using generalized linear models »,
 * Biometrika 73 (1986); A. Zeileis, « Object-Oriented Computation of Sandwich Estimators »,
 * J. Stat. Softw. 16 (2006). `clusters` has one label per row of the design, before missing rows
 * are left out.
 */
export function robustInference(sample: Sample, fit: LogisticFit, robust: Robust): RobustInference {
  const { estimated, residuals, value } = rowScores(sample, fit);
  const size = estimated.length;
  const groups = groupRows(sample, robust);
  const meat = new Float64Array(size * size);
  for (const rows of groups) {
    const score = new Float64Array(size);
    for (const i of rows)
      for (let a = 0; a < size; a++) score[a] = score[a]! + residuals[i]! * value(i, a);
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++)
        meat[a * size + b] = meat[a * size + b]! + score[a]! * score[b]!;
  }
  const bread = estimated.map((a) => estimated.map((b) => fit.vcov[a]![b]!));
  const factor = correction(robust.kind, groups.length, sample.rows, fit.k);
  const inner = sandwich(bread, meat, factor);
  const position = new Map(estimated.map((parameter, index) => [parameter, index]));
  const vcov = fit.names.map((_, a) =>
    fit.names.map((__, b) => {
      const [row, column] = [position.get(a), position.get(b)];
      return row === undefined || column === undefined ? NaN : inner[row]![column]!;
    }),
  );
  const stdErrors = Float64Array.from(vcov, (row, a) => Math.sqrt(row[a]!));
  const z = fit.estimates.map((estimate, a) => estimate / stdErrors[a]!);
  const half = stdErrors.map((error) => NORMAL_QUANTILE_975 * error);
  return {
    stdErrors,
    z,
    p: z.map(twoSidedNormalP),
    ciLow: fit.estimates.map((estimate, a) => estimate - half[a]!),
    ciHigh: fit.estimates.map((estimate, a) => estimate + half[a]!),
    vcov,
    clusters: groups.length,
  };
}

/** Rows of the sample by cluster, in order of appearance. */
function groupRows(sample: Sample, robust: Robust): number[][] {
  if (!("clusters" in robust)) return Array.from({ length: sample.rows }, (_, i) => [i]);
  const groups = new Map<string | number, number[]>();
  sample.kept.forEach((row, i) => {
    const label = robust.clusters[row]!;
    const group = groups.get(label);
    if (group) group.push(i);
    else groups.set(label, [i]);
  });
  return [...groups.values()];
}

function correction(kind: Robust["kind"], groups: number, rows: number, k: number): number {
  if (kind === "hc1") return rows / (rows - k);
  if (kind === "cr1") return groups / (groups - 1);
  if (kind === "cr1s") return ((groups / (groups - 1)) * (rows - 1)) / (rows - k);
  return 1;
}

function sandwich(bread: number[][], meat: Float64Array, factor: number): number[][] {
  const size = bread.length;
  const half = bread.map((row) =>
    row.map((_, c) => row.reduce((sum, value, b) => sum + value * meat[b * size + c]!, 0)),
  );
  return half.map((row) =>
    row.map((_, c) => factor * row.reduce((sum, value, b) => sum + value * bread[b]![c]!, 0)),
  );
}
