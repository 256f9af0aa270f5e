import type { LogisticFit } from "../logistic/fit.js";
import type { Combine, Model, SubModel, TopTerm } from "../model.js";
import { companyScores, type Influence, movesOf } from "./influence.js";
import { regress, regressApart } from "./regress.js";
import type { Sheet } from "./sheet.js";
import type { CompleteSpec } from "./spec.js";
import { fitStack } from "./stack.js";

/** The effective equation of a part: the intercept, then one coefficient a column of its sheet. */
export interface Equation {
  /** In log-odds; NaN when the data say nothing of the column. */
  estimates: Float64Array;
  /** By fold, the same learned from the other folds. */
  apart: Map<number, Float64Array>;
  /** Of those estimates, weights of the top level included; absent without inference. */
  influence?: Influence;
  /** Empty in a joint equation. */
  subModels: SubModel[];
  top: TopTerm[];
  /** The regression whose likelihood is the equation's: the top level, or the joint one. */
  fit: LogisticFit;
  warnings: Model["warnings"];
}

/**
 * Fits a sheet the way the specification combines groups; errors only when asked: they take as long.
 * Without `crossFit`, a joint equation is not learned again without each fold; a stacked one needs it.
 */
export function fitEquation(
  sheet: Sheet,
  spec: Pick<CompleteSpec, "penalty">,
  combine: Combine,
  inference: boolean,
  crossFit = inference,
): Equation {
  if (combine === "stacked") return fitStack(sheet, spec, inference);
  const fit = regress(sheet, spec.penalty);
  const { estimates, warnings } = fit;
  const folds = crossFit ? [...regressApart(sheet, spec.penalty)] : [];
  const apart = new Map(folds.map(([fold, without]) => [fold, without.estimates]));
  const influence = inference ? { influence: movesOf(companyScores(sheet, fit), fit) } : {};
  return { estimates, apart, ...influence, subModels: [], top: [], fit, warnings };
}
