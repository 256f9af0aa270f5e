import { VigieError } from "../error.js";

/** What is flagged when every score of at least `threshold` is. */
export interface ScoreCut {
  threshold: number;
  /** Rows flagged. */
  flagged: number;
  /** Events among them. */
  truePositives: number;
}

export interface ScoreCuts {
  /** One for each distinct score, from the highest down. */
  cuts: ScoreCut[];
  rows: number;
  events: number;
}

/**
 * Every way of cutting the scores, ties kept together: what all ranking metrics are made of.
 * @throws VigieError `metric-input` when lengths differ, there is no row, a score is not a number
 * or an outcome is neither 0 nor 1.
 */
export function scoreCuts(scores: ArrayLike<number>, outcomes: ArrayLike<number>): ScoreCuts {
  checkScores(scores, outcomes);
  const order = Array.from({ length: scores.length }, (_, i) => i);
  order.sort((a, b) => scores[b]! - scores[a]!);
  const cuts: ScoreCut[] = [];
  let events = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    events += outcomes[row]!;
    const next = order[at + 1];
    if (next !== undefined && scores[next] === scores[row]) continue;
    cuts.push({ threshold: scores[row]!, flagged: at + 1, truePositives: events });
  }
  return { cuts, rows: scores.length, events };
}

/** @throws VigieError `metric-input`, as `scoreCuts` does. */
export function checkScores(scores: ArrayLike<number>, outcomes: ArrayLike<number>): void {
  if (scores.length !== outcomes.length) {
    throw impossible(`${scores.length} scores pour ${outcomes.length} résultats`);
  }
  if (scores.length === 0) throw impossible("aucune ligne");
  for (let i = 0; i < scores.length; i++) {
    if (!Number.isFinite(scores[i])) {
      throw impossible(`ligne ${i + 1} : score ${scores[i]}, attendu un nombre`);
    }
    if (outcomes[i] !== 0 && outcomes[i] !== 1) {
      throw impossible(`ligne ${i + 1} : résultat ${outcomes[i]}, attendu 0 ou 1`);
    }
  }
}

function impossible(detail: string): VigieError {
  return new VigieError(
    "metric-input",
    `Mesure de performance impossible : ${detail}`,
    "Vérifiez que chaque ligne évaluée porte un score et un résultat.",
  );
}
