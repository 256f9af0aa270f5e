/** What the rules look at in one cell: x1 ≥ x2 ≥ … are the companies' contributions, X their sum. */
export interface CellSummary {
  contributors: number;
  value: number;
  largest: number;
  second: number;
}

/** Why a cell is sensitive by itself. Never published: the reader sees one mark for every hidden cell. */
export type Reason = "frequency" | "dominance" | "pPercent" | "group" | "nonZero";

export interface Rules {
  /** A cell built from strictly fewer companies is sensitive. */
  minContributors: number;
  /** Share of the value above which one company dominates the cell; absent for counts. */
  dominance?: number;
  /** The second company must not estimate the first within p %; absent by default, as at INSEE. */
  pPercent?: number;
  /** One part must not hold a whole line, which would say where every company of the line is. */
  nonZero?: boolean;
}

/**
 * Rules of French business statistics: fewer than 3 units (decision of INSEE's director general,
 * 13 June 1980); one contributor above 85 % (rule of 7 July 1960). A cell at exactly 85 % is
 * publishable, as in τ-Argus and rtauargus.
 */
export const BUSINESS_RULES: Rules = { minContributors: 3, dominance: 0.85 };

/** Counts of companies: every contribution is 1, so that only the frequency rule says anything. */
export const COUNT_RULES: Rules = { minContributors: BUSINESS_RULES.minContributors };

/** 0 < n < threshold; an empty cell is not sensitive. */
export function isTooFew({ contributors }: CellSummary, rules: Rules): boolean {
  return contributors > 0 && contributors < rules.minContributors;
}

/** x1 > k·X, strictly; never for a cell worth nothing. */
export function isDominated({ value, largest }: CellSummary, { dominance }: Rules): boolean {
  return dominance !== undefined && largest > 0 && largest > dominance * value;
}

/** X − x1 − x2 < (p/100)·x1, strictly (Handbook on SDC, §4.2). */
export function isEstimable({ value, largest, second }: CellSummary, { pPercent }: Rules): boolean {
  return (
    pPercent !== undefined && largest > 0 && value - largest - second < (pPercent / 100) * largest
  );
}

/** Every rule the cell breaks; empty when the cell is publishable by itself. */
export function primaryReasons(cell: CellSummary, rules: Rules): Reason[] {
  const reasons: Reason[] = [];
  if (isTooFew(cell, rules)) reasons.push("frequency");
  if (isDominated(cell, rules)) reasons.push("dominance");
  if (isEstimable(cell, rules)) reasons.push("pPercent");
  return reasons;
}

/**
 * Under this many companies, to say that none has a trait says it of each. The strictest frequency
 * threshold of French tables (BOFiP BOI-DJC-CADA-20: fewer than 11 units), for want of one on rates.
 */
export const SMALL_GROUP = 11;
