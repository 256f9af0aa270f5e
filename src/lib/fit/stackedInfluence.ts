import { sigmoid } from "../logistic/predict.js";
import { weightOf } from "./classWeights.js";
import { companyScores, type Influence, movesOf, still } from "./influence.js";
import { logOdds } from "./regress.js";
import type { Sheet } from "./sheet.js";
import type { Sub, Top } from "./stack.js";

/**
 * Moves of the top level and of the effective coefficients by company, when the sub-scores are
 * estimated too. The top level moves by its own scores and by what the moves of the sub-models
 * change in them (K. Murphy, R. Topel, « Estimation and inference in two-step econometric models »,
 * J. Bus. Econ. Stat. 3, 1985); a product weight × coefficient moves by both (delta method). Fits on
 * all folds but one stand for the whole fit, to which they tend.
 */
export function stackedInfluence(
  sheet: Sheet,
  subs: readonly Sub[],
  top: Top,
): { top: Influence; effective: Influence } {
  const scores = companyScores(top.sheet, top.fit);
  const moves = subs.map((sub, index) => {
    const own = movesOf(companyScores(sub.sheet, sub.fit), sub.fit);
    addProduct(scores, own, dependence(sub, top, index));
    return own;
  });
  const topMoves = movesOf(scores, top.fit);
  return { top: topMoves, effective: effectiveMoves(sheet, subs, top, moves, topMoves) };
}

/** Derivative of each score of the top level in each coefficient of a sub-model, summed over rows. */
function dependence(sub: Sub, { sheet, fit }: Top, index: number): Float64Array[] {
  const share = fit.estimates[index + 1]!;
  const width = sheet.design.names.length;
  const inner = sub.sheet.design.names.length;
  const slopes = Array.from({ length: width + 1 }, () => new Float64Array(inner + 1));
  if (Number.isNaN(share)) return slopes;
  const eta = logOdds(sheet, fit);
  for (let row = 0; row < sheet.design.rows; row++) {
    const p = sigmoid(eta[row]! + sheet.offset);
    const y = sheet.outcome[row]!;
    const weight = weightOf(sheet.weights, y);
    const residual = weight * (y - p);
    for (let a = 0; a <= width; a++) {
      const z = a === 0 ? 1 : sheet.design.values[row * width + a - 1]!;
      const factor = -weight * p * (1 - p) * z * share + (a === index + 1 ? residual : 0);
      const line = slopes[a]!;
      line[0]! += factor;
      for (let b = 0; b < inner; b++) {
        line[b + 1]! += factor * sub.sheet.design.values[row * inner + b]!;
      }
    }
  }
  return slopes;
}

function addProduct(scores: Influence, moves: Influence, slopes: readonly Float64Array[]): void {
  for (let company = 0; company < scores.companies; company++) {
    for (const [a, line] of slopes.entries()) {
      let sum = 0;
      for (let b = 0; b < line.length; b++) {
        sum += line[b]! * moves.values[company * moves.width + b]!;
      }
      scores.values[company * scores.width + a]! += sum;
    }
  }
}

function effectiveMoves(
  sheet: Sheet,
  subs: readonly Sub[],
  { controls, fit }: Top,
  moves: readonly Influence[],
  topMoves: Influence,
): Influence {
  const effective = still(sheet.companies, sheet.columns.length + 1);
  const add = (company: number, parameter: number, value: number) => {
    effective.values[company * effective.width + parameter]! += value;
  };
  for (let company = 0; company < sheet.companies; company++) {
    const ofTop = (parameter: number) => topMoves.values[company * topMoves.width + parameter]!;
    add(company, 0, ofTop(0));
    for (const [index, sub] of subs.entries()) {
      const weight = fit.estimates[index + 1]!;
      const own = moves[index]!;
      for (const [order, column] of [-1, ...sub.columns].entries()) {
        const estimate = sub.fit.estimates[order]!;
        if (Number.isNaN(weight) || Number.isNaN(estimate)) continue;
        const move = weight * own.values[company * own.width + order]!;
        add(company, column + 1, move + estimate * ofTop(index + 1));
      }
    }
    for (const [index, column] of controls.entries()) {
      add(company, column + 1, ofTop(subs.length + index + 1));
    }
  }
  return effective;
}
