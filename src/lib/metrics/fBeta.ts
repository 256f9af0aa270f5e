import { VigieError } from "../error.js";
import { type ScoreCut, type ScoreCuts, scoreCuts } from "./scoreCuts.js";

/** The threshold of the highest F-beta, and what it gives. A row is flagged iff score ≥ threshold. */
export interface BestThreshold {
  threshold: number;
  beta: number;
  /** F-beta at the threshold. */
  value: number;
  precision: number;
  recall: number;
  flagged: number;
}

/**
 * F-beta, `(1 + β²) P R / (β² P + R)`, written on counts so that it is 0, not 0/0, when nothing is
 * found (C. van Rijsbergen, « Information Retrieval », 2nd ed., 1979, ch. 7).
 */
export function fBeta(
  truePositives: number,
  flagged: number,
  events: number,
  beta: number,
): number {
  const weight = beta * beta;
  return truePositives === 0 ? 0 : ((1 + weight) * truePositives) / (weight * events + flagged);
}

/**
 * The largest of the distinct scores at which F-beta is highest.
 * @throws VigieError `metric-input` when there is no event: every threshold is then worth 0.
 */
export function bestThreshold(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  beta: number,
): BestThreshold {
  const all = cutsWithEvents(scores, outcomes);
  const weight = beta * beta;
  let best = all.cuts[0]!;
  for (const cut of all.cuts) {
    // Cross-multiplied counts: two equal values of F-beta compare as equal, whatever the rounding
    // of their quotients, so that a tie goes to the larger threshold.
    const gain = cut.truePositives * (weight * all.events + best.flagged);
    if (gain > best.truePositives * (weight * all.events + cut.flagged)) best = cut;
  }
  return described(best, all.events, beta);
}

/**
 * The first threshold of the grid 0, 1/steps, …, 1 at which F-beta is highest: the rule of
 * Signaux Faibles' sf_datalake with its 101 points (`numpy.linspace(0, 1, 101)`).
 * @throws VigieError `metric-input` when there is no event.
 */
export function bestThresholdOnGrid(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  beta: number,
  steps = 100,
): BestThreshold {
  const { cuts, events } = cutsWithEvents(scores, outcomes);
  let best: BestThreshold | undefined;
  let reached = cuts.length - 1;
  for (let step = 0; step <= steps; step++) {
    const threshold = step / steps;
    while (reached >= 0 && cuts[reached]!.threshold < threshold) reached--;
    const counts = cuts[reached] ?? { flagged: 0, truePositives: 0 };
    const candidate = described({ threshold, ...pickCounts(counts) }, events, beta);
    if (!best || candidate.value > best.value) best = candidate;
  }
  return best!;
}

function pickCounts(cut: Pick<ScoreCut, "flagged" | "truePositives">) {
  return { flagged: cut.flagged, truePositives: cut.truePositives };
}

function described(cut: ScoreCut, events: number, beta: number): BestThreshold {
  const { threshold, flagged, truePositives } = cut;
  return {
    threshold,
    beta,
    value: fBeta(truePositives, flagged, events, beta),
    precision: truePositives / flagged,
    recall: truePositives / events,
    flagged,
  };
}

function cutsWithEvents(scores: ArrayLike<number>, outcomes: ArrayLike<number>): ScoreCuts {
  const all = scoreCuts(scores, outcomes);
  if (all.events > 0) return all;
  throw new VigieError(
    "metric-input",
    `Seuil F-bêta impossible : aucun événement parmi les ${all.rows} lignes`,
    "Évaluez sur une période où des défaillances ont été constatées.",
  );
}
