import type { CrossFitted } from "./calibrate.js";
import type { Frame } from "./frame.js";
import { type Learning, outcomeOf, type PartFit, partApart, passing } from "./parts.js";
import { predict } from "./predict.js";

/**
 * Probability of the training rows, each by equations fitted on the other folds (M. Stone,
 * « Cross-validatory choice and assessment of statistical predictions », JRSS B 36, 1974): all of
 * them weigh on the choice of the calibration and thresholds, none is judged by coefficients learned
 * from its company, and the test stays untouched. In a model of sub-models the weights of a fold come
 * from the sub-scores of the others, each by a fit on all folds but its own: what is left of the
 * fold in them, a handful of weights, is the usual price of a single pass (M. van der Laan et al.,
 * « Super Learner », 2007).
 */
export function crossFitted(
  frame: Frame,
  learning: Learning,
  fits: readonly PartFit[],
): CrossFitted {
  const position = new Map(Array.from(learning.rows, (row, index) => [row, index]));
  const probability = new Float64Array(learning.rows.length);
  for (const fit of fits) {
    const { rows, fold } = passing(frame, learning, fit.part.gate);
    for (const held of new Set(fold)) {
      const equation = partApart(fit, held) ?? { terms: fit.terms, base: fit.base };
      const judged = rows.filter((_, index) => fold[index] === held);
      const scores = predict(equation, frame, judged).probability;
      for (const [order, row] of judged.entries()) probability[position.get(row)!] = scores[order]!;
    }
  }
  const siren = Array.from(learning.rows, (row) => frame.siren[row]!);
  return { probability, outcome: outcomeOf(frame, learning.rows), fold: learning.fold, siren };
}
