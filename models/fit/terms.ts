import { INTERCEPT, type LogisticFit } from "../../src/lib/logistic/fit.js";
import type { Term } from "../../src/lib/model.js";
import type { Column } from "../terms/encode.js";

const CONSTANT: Column = {
  name: INTERCEPT,
  feature: "",
  group: "",
  label: "Constante",
  unit: "",
  transform: { kind: "intercept" },
};

/**
 * Columns with their inference, the intercept first; aliased ones are left out, the warnings of the
 * fit name them. `means` are those of the columns on the training sample.
 */
export function fittedTerms(
  columns: readonly Column[],
  means: ArrayLike<number>,
  fit: LogisticFit,
): { terms: Term[]; vcov: number[][] } {
  const kept = [CONSTANT, ...columns].flatMap((column, index) =>
    Number.isNaN(fit.estimates[index]) ? [] : [{ column, index }],
  );
  return {
    terms: kept.map(({ column, index }) => ({
      ...column,
      mean: index === 0 ? 1 : means[index - 1]!,
      estimate: fit.estimates[index]!,
      stdError: fit.stdErrors[index]!,
      z: fit.z[index]!,
      p: fit.p[index]!,
      ciLow: fit.ciLow[index]!,
      ciHigh: fit.ciHigh[index]!,
      oddsRatio: Math.exp(fit.estimates[index]!),
      oddsRatioLow: Math.exp(fit.ciLow[index]!),
      oddsRatioHigh: Math.exp(fit.ciHigh[index]!),
    })),
    vcov: kept.map(({ index: row }) => kept.map(({ index: column }) => fit.vcov[row]![column]!)),
  };
}
