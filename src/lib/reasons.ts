import type { Contribution } from "./agents.js";

/** Share of risk from which a sign is told, « θ » of the service’s explanations of 2021 to 2023. */
const THETA = 0.07;

/**
 * Contribution from which a sign is told, in log-odds: 4θ, 4 being the inverse of the steepest
 * slope of the logistic function (S. Lebastard, « Régression logistique – Explication des
 * prédictions », 2021).
 */
export const TOLD_FROM = 4 * THETA;

/** One sign as a person reads it: the terms made from one variable, added up. */
export type Reason = Pick<Contribution, "feature" | "group" | "label" | "words" | "contribution">;

export interface Reasons {
  /** Contributions of at least 4θ, the largest first. */
  worrying: Reason[];
  /** Contributions of at most −4θ, the most reassuring first. */
  reassuring: Reason[];
}

/**
 * Adds the terms of each variable: a sector is six columns, and a measure and its missing mark two.
 * The words are those of the first term that has some, others being empty.
 */
export function signsOf(contributions: readonly Contribution[]): Reason[] {
  const signs = new Map<string, Reason>();
  for (const { feature, group, label, words, contribution } of contributions) {
    const known = signs.get(feature);
    if (!known) {
      signs.set(feature, { feature, group, label, words, contribution });
      continue;
    }
    known.contribution += contribution;
    known.words ||= words;
  }
  return [...signs.values()];
}

/** Sorts signs into worrying and reassuring ones; ties keep the order of the model. */
export function reasonsOf(contributions: readonly Contribution[]): Reasons {
  const signs = signsOf(contributions);
  const worrying = signs.filter(({ contribution }) => contribution >= TOLD_FROM);
  const reassuring = signs.filter(({ contribution }) => contribution <= -TOLD_FROM);
  return {
    worrying: worrying.sort((a, b) => b.contribution - a.contribution),
    reassuring: reassuring.sort((a, b) => a.contribution - b.contribution),
  };
}

/** Below, a bar could not be seen: a sixtieth of the axis of an ordinary company. */
const SEEN_FROM = 0.05;

/**
 * Bars of a waterfall: worrying signs by decreasing size, then reassuring ones, then the sum of
 * those too small to be seen. They add up to what the contributions add up to.
 */
export function barsOf(
  contributions: readonly Contribution[],
): Pick<Reason, "label" | "contribution">[] {
  const signs = signsOf(contributions);
  const seen = signs.filter(({ contribution }) => Math.abs(contribution) >= SEEN_FROM);
  const small = signs.filter((sign) => !seen.includes(sign));
  const bars = [
    ...seen
      .filter(({ contribution }) => contribution > 0)
      .sort((a, b) => b.contribution - a.contribution),
    ...seen
      .filter(({ contribution }) => contribution < 0)
      .sort((a, b) => a.contribution - b.contribution),
  ];
  if (small.length === 0) return bars;
  const rest = small.reduce((sum, { contribution }) => sum + contribution, 0);
  return [...bars, { label: `Autres signes (${small.length})`, contribution: rest }];
}

/** « Variation de l’effectif sur 12 mois : −18,0 % »; the label alone when there is no value to tell. */
export function reasonInWords({ label, words }: Pick<Reason, "label" | "words">): string {
  return words ? `${label} : ${words}` : label;
}
