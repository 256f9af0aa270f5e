import { calibrate } from "../../src/lib/calibration.js";
import { compileLevers } from "../../src/lib/counterfactual/compile.js";
import type { Counterfactual, Option } from "../../src/lib/counterfactual/counterfactual.js";
import { lastEtaBelow } from "../../src/lib/counterfactual/cutoff.js";
import { type Proposal, smallestChanges } from "../../src/lib/counterfactual/search.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import type { Prediction } from "../../src/lib/fit/predict.js";
import { sigmoid } from "../../src/lib/logistic/sigmoid.js";
import type { Model } from "../../src/lib/model.js";
import { type Bars, levelAt } from "../../src/lib/thresholds.js";
import { ACTIONABLE } from "./actionable.js";
import { equations } from "./equations.js";

/**
 * Log-odds by which a change must clear the threshold, so that a score added up again in another
 * order does not fall on its other side: sums of a hundred terms differ by less than 1e-12.
 */
const MARGIN = 1e-9;

/**
 * For each row at level fort or modéré, the smallest realistic changes that would lower the level
 * its probability gives, expert rules apart; undefined for the other rows. The frame holds, besides
 * the features of the model, those of `actionableInputs`.
 */
export function counterfactualsOf(
  { terms, calibration }: Pick<Model, "terms" | "calibration">,
  frame: Frame,
  rows: Int32Array,
  { eta, probability }: Pick<Prediction, "eta" | "probability">,
  bars: (row: number) => Bars,
): (Counterfactual | undefined)[] {
  const { map } = calibration;
  const cutoffs = new Map<number, number>();
  const cutoff = (bar: number): number => {
    const known = cutoffs.get(bar) ?? lastEtaBelow(map, bar);
    cutoffs.set(bar, known);
    return known;
  };
  const equationOf = equations(terms, frame, rows);
  const compiled = new Map<readonly unknown[], ReturnType<typeof compileLevers>>();
  return Array.from(rows, (row, index) => {
    const own = bars(row);
    const level = levelAt(probability[index]!, own);
    if (level === "aucun") return undefined;
    const equation = equationOf(index);
    const levers = compiled.get(equation) ?? compileLevers(equation, ACTIONABLE);
    compiled.set(equation, levers);
    const values = (feature: string): number => measure(frame, feature)[row]!;
    const gap = eta[index]! - cutoff(own[level]) + MARGIN;
    const options = smallestChanges(levers, values, gap).map((found) =>
      optionOf(found, eta[index]!, own),
    );
    return { level, options };
  });

  function optionOf({ changes, gain, cost }: Proposal, before: number, own: Bars): Option {
    const after = before - gain;
    const shown = calibrate(map, sigmoid(after));
    return { changes, cost, eta: after, probability: shown, level: levelAt(shown, own) };
  }
}
