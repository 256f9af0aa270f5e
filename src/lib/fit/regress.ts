import type { LogisticFit } from "../logistic/fit.js";
import { fitRegression, type Penalty } from "../logistic/regression.js";
import { weightOf } from "./classWeights.js";
import { firthFallback, isSuspect } from "./separated.js";
import { cut, type Sheet } from "./sheet.js";

/**
 * The logistic regression of a sheet, its offset and weights included. Without penalty, data whose
 * likelihood has no maximum are fitted with Firth's, and a warning names the columns at fault.
 */
export function regress(sheet: Sheet, penalty: Penalty): LogisticFit {
  return regressed(sheet, penalty, true);
}

function regressed(sheet: Sheet, penalty: Penalty, named: boolean): LogisticFit {
  const { design, outcome, offset, weights } = sheet;
  const options = {
    ...(offset === 0 ? {} : { offset: new Float64Array(design.rows).fill(offset) }),
    ...(weights ? { weights: outcome.map((value) => weightOf(weights, value)) } : {}),
  };
  const plain = fitRegression(design, outcome, { penalty, ...options });
  if (penalty.kind !== "none" || !isSuspect(plain)) return plain;
  return firthFallback(sheet, options, named) ?? plain;
}

/** By fold, the regression of the rows of the others. With one fold, the whole: nothing is apart. */
export function regressApart(sheet: Sheet, penalty: Penalty): Map<number, LogisticFit> {
  const folds = [...new Set(sheet.fold)].sort((a, b) => a - b);
  if (folds.length === 1) return new Map([[folds[0]!, regressed(sheet, penalty, false)]]);
  const columns = sheet.columns.map((_, index) => index);
  return new Map(
    folds.map((held) => {
      const rows = Int32Array.from(sheet.fold.keys()).filter((row) => sheet.fold[row] !== held);
      return [held, regressed(cut(sheet, columns, rows), penalty, false)];
    }),
  );
}

/** Log-odds of each row of a sheet under a fit, without the offset; terms without estimate count 0. */
export function logOdds(
  { design }: Pick<Sheet, "design">,
  { estimates }: Pick<LogisticFit, "estimates">,
): Float64Array {
  const width = design.names.length;
  const weights = estimates.map((estimate) => (Number.isNaN(estimate) ? 0 : estimate));
  const eta = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    let sum = weights[0]!;
    for (let column = 0; column < width; column++) {
      sum += weights[column + 1]! * design.values[row * width + column]!;
    }
    eta[row] = sum;
  }
  return eta;
}
