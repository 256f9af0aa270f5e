import { logChoose } from "../stats/logFactorial.js";
import { NORMAL_QUANTILE_975 } from "../stats/normal.js";

/** Pairs by what happened to each of their two: the table of McNemar. */
export interface PairedOutcome {
  both: number;
  treatedOnly: number;
  controlOnly: number;
  neither: number;
}

export interface Estimate {
  value: number;
  /** 95 % interval. */
  low: number;
  high: number;
}

export const pairsOf = ({ both, treatedOnly, controlOnly, neither }: PairedOutcome): number =>
  both + treatedOnly + controlOnly + neither;

/**
 * Difference of risks, treated minus control, from −1 to 1, null without a pair. Adjusted Wald
 * interval: Bonett and Price (2012), J. Educ. Behav. Stat. 37, p. 479-488, formula 4: one pair is
 * added to each discordant cell; the point is the plain difference.
 */
export function riskDifference(outcome: PairedOutcome): Estimate | null {
  const pairs = pairsOf(outcome);
  if (pairs === 0) return null;
  const centre = (outcome.treatedOnly - outcome.controlOnly) / (pairs + 2);
  const reach = NORMAL_QUANTILE_975 * adjustedError(outcome);
  return {
    value: (outcome.treatedOnly - outcome.controlOnly) / pairs,
    low: Math.max(-1, centre - reach),
    high: Math.min(1, centre + reach),
  };
}

/** qnorm(0.8): the power usually asked of a study. */
const POWER_QUANTILE = 0.8416212335729143;

/**
 * The smallest difference of risks that so many discordant pairs would show four times in five, at the
 * 5 % level; null without a pair.
 */
export function detectableDifference(outcome: PairedOutcome): number | null {
  if (pairsOf(outcome) === 0) return null;
  return (NORMAL_QUANTILE_975 + POWER_QUANTILE) * adjustedError(outcome);
}

function adjustedError(outcome: PairedOutcome): number {
  const pairs = pairsOf(outcome) + 2;
  const treated = (outcome.treatedOnly + 1) / pairs;
  const control = (outcome.controlOnly + 1) / pairs;
  return Math.sqrt((treated + control - (treated - control) ** 2) / pairs);
}

/**
 * Ratio of risks, treated over control, null when either is 0. Interval on the logarithm: Nam and
 * Blackwelder (2002), Stat. Med. 21, p. 689-699.
 */
export function riskRatio({ both, treatedOnly, controlOnly }: PairedOutcome): Estimate | null {
  const treated = both + treatedOnly;
  const control = both + controlOnly;
  if (treated === 0 || control === 0) return null;
  const value = treated / control;
  const reach = NORMAL_QUANTILE_975 * Math.sqrt((treatedOnly + controlOnly) / (treated * control));
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}

/**
 * McNemar's test, two-sided mid-p value: exact, without its conservatism (Fagerland, Lydersen and
 * Laake, 2013, BMC Med. Res. Methodol. 13:91). 1 without a discordant pair.
 */
export function midP({ treatedOnly, controlOnly }: PairedOutcome): number {
  const discordant = treatedOnly + controlOnly;
  const least = Math.min(treatedOnly, controlOnly);
  if (treatedOnly === controlOnly) return 1 - binomial(least, discordant, 0.5) * tie(discordant);
  let tail = 0;
  for (let count = 0; count <= least; count++) tail += binomial(count, discordant, 0.5);
  return 2 * tail - binomial(least, discordant, 0.5);
}

/** Half of the middle term at equality; nothing to remove when there is no discordant pair. */
const tie = (discordant: number): number => (discordant === 0 ? 0 : 0.5);

/**
 * Rosenbaum's bound: the greatest one-sided p-value of the observed direction, had something unseen
 * multiplied by `gamma` at most the odds of treatment of one of the two of a pair (Rosenbaum, 2002,
 * Observational Studies, §4.3.2).
 */
export function rosenbaumBound({ treatedOnly, controlOnly }: PairedOutcome, gamma: number): number {
  const discordant = treatedOnly + controlOnly;
  const chance = gamma / (1 + gamma);
  let tail = 0;
  for (let count = Math.max(treatedOnly, controlOnly); count <= discordant; count++)
    tail += binomial(count, discordant, chance);
  return Math.min(1, tail);
}

const LEVEL = 0.05;
const GAMMA_STEP = 0.05;

/**
 * The greatest `gamma`, in steps of 0.05, at which the bound stays under 5 %: how strong something
 * unseen would have to be to explain the difference. Null when chance alone explains it.
 */
export function sensitivity(outcome: PairedOutcome): number | null {
  if (rosenbaumBound(outcome, 1) >= LEVEL) return null;
  let steps = 0;
  while (rosenbaumBound(outcome, 1 + (steps + 1) * GAMMA_STEP) < LEVEL) steps++;
  return Math.round((1 + steps * GAMMA_STEP) * 100) / 100;
}

/**
 * E-value of a ratio of risks: by how much something unseen would have to multiply both treatment
 * and outcome to explain it (VanderWeele and Ding, 2017, Ann. Intern. Med. 167, p. 268-274).
 */
export function eValue(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}

function binomial(count: number, total: number, chance: number): number {
  return Math.exp(
    logChoose(total, count) + count * Math.log(chance) + (total - count) * Math.log1p(-chance),
  );
}
