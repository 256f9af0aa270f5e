import type { Model, Term } from "../model.js";
import type { VariableWords } from "./describe.js";
import type { Frame } from "./frame.js";
import { inferenceOf } from "./inference.js";
import { type Fitting, fitPart, type Learning, type PartFit, partsOf } from "./parts.js";
import type { CompleteSpec } from "./spec.js";

/** The equations of a specification as one sum of terms, ready to score. */
export type Assembled = Pick<Model, "terms" | "base" | "parts" | "vcov" | "warnings"> & {
  fits: PartFit[];
};

/**
 * Fits every part of a specification and writes them as one sum: the base of the first, its terms,
 * the gap between the two bases as a term named after the flag, the terms of the second.
 */
export function assemble(
  frame: Frame,
  learning: Learning,
  spec: CompleteSpec,
  how: Fitting,
): Assembled {
  const fits = partsOf(spec).map((part) => fitPart(frame, learning, part, how));
  const [first, second] = fits as [PartFit, PartFit | undefined];
  const warnings = fits.flatMap((fit) => fit.warnings);
  const shared = { base: first.base, parts: fits.map(({ part }) => part), warnings, fits };
  if (!second) return { ...shared, terms: first.terms, vcov: first.vcov };
  const slopes = second.terms.slice(1);
  const gap = gapTerm(how.describe(spec.fallback!.flag), first, second);
  return {
    ...shared,
    terms: [...first.terms, gap, ...slopes],
    vcov: blocks([
      first.vcov,
      [[gap.stdError ** 2]],
      second.vcov.slice(1).map((row) => row.slice(1)),
    ]),
  };
}

/**
 * Average log-odds of the second part above those of the first. The parts learn from different
 * rows; companies that pass from one to the other make the error of the gap, the root of the sum of
 * both variances, a little too large or too small.
 */
function gapTerm(
  { name, group, label, unit }: VariableWords,
  first: PartFit,
  second: PartFit,
): Term {
  const inference = inferenceOf(
    second.base - first.base,
    baseVariance(first) + baseVariance(second),
  );
  return {
    name,
    feature: name,
    group,
    label,
    unit,
    transform: { kind: "indicator" },
    mean: 0,
    ...inference,
    oddsRatio: Math.exp(inference.estimate),
    oddsRatioLow: Math.exp(inference.ciLow),
    oddsRatioHigh: Math.exp(inference.ciHigh),
  };
}

/** Variance of the log-odds at the training means, taken as known. */
function baseVariance({ terms, vcov }: PartFit): number {
  return terms.reduce(
    (sum, { mean }, row) =>
      sum +
      terms.reduce((line, other, column) => line + mean * other.mean * vcov[row]![column]!, 0),
    0,
  );
}

/** Block-diagonal matrix. */
function blocks(matrices: readonly number[][][]): number[][] {
  const size = matrices.reduce((sum, matrix) => sum + matrix.length, 0);
  const whole = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let start = 0;
  for (const matrix of matrices) {
    for (const [row, line] of matrix.entries()) {
      for (const [column, value] of line.entries()) whole[start + row]![start + column] = value;
    }
    start += matrix.length;
  }
  return whole;
}
