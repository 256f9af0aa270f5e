import type { Design } from "../../src/lib/logistic/design.js";
import type { LogisticFit } from "../../src/lib/logistic/fit.js";
import { linearPredictor } from "../../src/lib/logistic/predict.js";
import { fitRegression, type Penalty } from "../../src/lib/logistic/regression.js";
import { logit, sigmoid } from "../../src/lib/logistic/sigmoid.js";

/** Probabilities are kept this far from 0 and 1, which have no log-odds. Ours: one in a million. */
const EDGE = 1e-6;
/** Parts the companies are dealt into. */
const FOLDS = 5;

/** Two scores put together by a logistic regression on their log-odds. */
export interface Stack {
  intercept: number;
  weights: { ours: Weight; theirs: Weight };
}

export interface Weight {
  estimate: number;
  /** Clustered by company, unless Firth's correction was needed. */
  stdError: number;
}

/**
 * Stacking (D. Wolpert, « Stacked generalization », Neural Networks 5, 1992): the weights of two
 * scores, and the probability of each row by weights learned on the companies of the other folds, so
 * that the gain is not that of having seen the answers.
 */
export function stackScores(
  ours: Float64Array,
  theirs: Float64Array,
  outcome: Float64Array,
  siren: readonly string[],
): { stack: Stack; probability: Float64Array } {
  const design = designOf(ours, theirs);
  const plain = fitRegression(design, outcome, { robust: { kind: "cr1", clusters: siren } });
  // Scores that separate the outcomes have no finite weights: Firth's correction gives some.
  const penalty: Penalty = areFinite(plain) ? { kind: "none" } : { kind: "firth" };
  const fit = penalty.kind === "none" ? plain : fitRegression(design, outcome, { penalty });
  const [intercept, own, other] = Array.from(fit.estimates);
  const folds = foldsOf(siren);
  const probability = new Float64Array(outcome.length);
  for (let held = 0; held < FOLDS; held++) {
    const learned = rowsWhere(folds, (fold) => fold !== held);
    const judged = rowsWhere(folds, (fold) => fold === held);
    const part = fitRegression(
      take(design, learned),
      Float64Array.from(learned, (row) => outcome[row]!),
      { penalty },
    );
    const eta = linearPredictor(part, take(design, judged));
    for (const [index, row] of judged.entries()) probability[row] = sigmoid(eta[index]!);
  }
  return {
    stack: {
      intercept: intercept!,
      weights: {
        ours: { estimate: own!, stdError: fit.stdErrors[1]! },
        theirs: { estimate: other!, stdError: fit.stdErrors[2]! },
      },
    },
    probability,
  };
}

function areFinite({ converged, stdErrors }: LogisticFit): boolean {
  return converged && Array.from(stdErrors).every(Number.isFinite);
}

/** Probability of a stack for one company. */
export function stacked({ intercept, weights }: Stack, ours: number, theirs: number): number {
  return sigmoid(
    intercept + weights.ours.estimate * logOdds(ours) + weights.theirs.estimate * logOdds(theirs),
  );
}

function logOdds(probability: number): number {
  return logit(Math.min(Math.max(probability, EDGE), 1 - EDGE));
}

function designOf(ours: Float64Array, theirs: Float64Array): Design {
  const values = new Float64Array(2 * ours.length);
  for (let row = 0; row < ours.length; row++) {
    values[2 * row] = logOdds(ours[row]!);
    values[2 * row + 1] = logOdds(theirs[row]!);
  }
  return { names: ["ours", "theirs"], rows: ours.length, values };
}

function take({ names, values }: Design, rows: readonly number[]): Design {
  const taken = rows.flatMap((row) => [values[2 * row]!, values[2 * row + 1]!]);
  return { names, rows: rows.length, values: Float64Array.from(taken) };
}

/** Companies in the order of their sirens, dealt in turn. */
function foldsOf(siren: readonly string[]): number[] {
  const order = new Map([...new Set(siren)].sort().map((name, index) => [name, index % FOLDS]));
  return siren.map((name) => order.get(name)!);
}

function rowsWhere(folds: readonly number[], isWanted: (fold: number) => boolean): number[] {
  return folds.flatMap((fold, row) => (isWanted(fold) ? [row] : []));
}
