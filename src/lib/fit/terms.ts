import { INTERCEPT } from "../logistic/fit.js";
import type { Term } from "../model.js";
import type { Column } from "./encode.js";
import { inferenceOf } from "./inference.js";

/** The column of ones, before the columns of a design. */
export const CONSTANT: Column = {
  name: INTERCEPT,
  feature: "",
  group: "",
  label: "Constante",
  unit: "",
  transform: { kind: "intercept" },
};

/**
 * Columns with their inference, the intercept first; those without estimate are left out, the
 * warnings of the fit name them. `means` and `vif` are those of the columns, without the intercept,
 * on the training sample; `vcov` has a row an estimate.
 */
export function fittedTerms(
  columns: readonly Column[],
  means: ArrayLike<number>,
  estimates: ArrayLike<number>,
  vcov: readonly (readonly number[])[],
  vif?: ArrayLike<number>,
): Term[] {
  return [CONSTANT, ...columns].flatMap((column, index) => {
    if (Number.isNaN(estimates[index])) return [];
    const inference = inferenceOf(estimates[index]!, vcov[index]![index]!);
    const inflation = vif?.[index - 1];
    return [
      {
        ...column,
        mean: index === 0 ? 1 : means[index - 1]!,
        ...inference,
        oddsRatio: Math.exp(inference.estimate),
        oddsRatioLow: Math.exp(inference.ciLow),
        oddsRatioHigh: Math.exp(inference.ciHigh),
        ...(inflation === undefined ? {} : { vif: inflation }),
      },
    ];
  });
}
