/**
 * What a monthly batch may differ from the former ones by, before a person has to look. Each limit
 * is widened by what chance explains on few rows ({@link CHANCE}) and by what the past varies
 * ({@link SPREAD}), so that it holds for three companies and for three hundred thousand.
 *
 * « Experiment »: consecutive batches of the demonstration economy stay under half of it, and the
 * faults of `test/loaders/watch/faults.test.ts` pass it.
 */
const LIMITS = {
  /** Share of rejected rows above the usual: a rejected row never stops a file (§1.8). Experiment. */
  rejected: 0.01,
  /** Share of rows set aside by the source itself, above or below the usual. Experiment. */
  skipped: 0.05,
  /** Share of blank lines above the usual. Experiment. */
  blank: 0.01,
  /** Relative change of the number of rows of a stock: a region of 13 is 8 %, a half is 50 %. Experiment. */
  rows: 0.2,
  /** Change of the share of empty cells of a column. Experiment. */
  nulls: 0.05,
  /** Change of the share of zeros among its values. Experiment. */
  zeros: 0.05,
  /** Values of a code that came or went. */
  values: 0,
  /**
   * Factor that all the values were multiplied or divided by: below 6.55957 francs to the euro, the
   * smallest change of unit (Council regulation EC 2866/98); cents make 100, thousands 1,000.
   */
  scale: 5,
  /** Days that dates moved by, besides the time between two batches: half of the year of a wrong year. */
  shift: 183,
  /**
   * Population stability index of a column: 0.1 for a change to look at, 0.25 for another population
   * (N. Siddiqi, Credit Risk Scorecards, 2006, p. 136; optbinning `scorecard/monitoring.py`). Rows of
   * a stock being mostly those of the month before, the first one holds.
   */
  psi: 0.1,
  /** Days that a source is later than usual: 28 is the shortest month, a delivery that did not come. */
  freshness: 27,
} as const;

export type Measure = keyof typeof LIMITS | "absent";

/** Limits of a table or column that its calendar or nature explains, by `table.measure` or `table.column.measure`. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  /** Accounts are closed in December mostly, and filed within 7 months (L. 232-22 du code de commerce). */
  "ratios_inpi.freshness": 366,
  /** A list a quarter, up to six months apart (December 2023 to June 2024, §4.8), and rated in its first weeks. */
  "listes_detection.freshness": 124,
  "evaluations_liste.freshness": 124,
  /** Companies are in for 36 months of headcount (§1.7): a month moves the perimeter by less than 1 %. Experiment. */
  "filter.rows": 0.1,
};

/** A flow is what a month brought, none of it in the month before: from a quarter to nearly twice as much. */
const FLOW: Partial<Record<Measure, number>> = { rows: 0.75, psi: 0.25 };

/** Columns that name a list or a batch: a new value every month is what they are for. */
const CALENDAR: readonly string[] = ["list_name", "batch"];

/** False for a column whose values are bound to change. */
export function isSteady(column: string): boolean {
  return !CALENDAR.includes(column);
}

/** Limit of a measure; `flow` when the source adds to what was known. */
export function limitOf(
  measure: keyof typeof LIMITS,
  table: string,
  column: string | null,
  flow: boolean,
): number {
  const id = column === null ? `${table}.${measure}` : `${table}.${column}.${measure}`;
  return EXCEPTIONS[id] ?? (flow ? FLOW[measure] : undefined) ?? LIMITS[measure];
}

/** Rejected share from which a source has an alert even without any past. A dirty file has 0.2 %. */
export const REJECTED_AT_FIRST = 0.05;

/** Rows under which a share or a distribution means nothing. */
export const FEWEST_ROWS = 100;

/**
 * Standard errors that chance never makes: one in 32,000 (normal law), so with some 200 measures a
 * batch a false alert in a dozen years.
 */
export const CHANCE = 4;

/** Robust spreads of the past that are ordinary (B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, 1993). */
export const SPREAD = 3.5;

/** Batches compared with: a year, so that each season is in. */
export const PAST = 12;

/** Share of the rows from which a value of a code counts: on millions of rows a new code is born every month. */
export const RARE_VALUE = 0.001;

/**
 * Rows or events expected without which nothing is missing: the Poisson probability of none is then
 * that of {@link CHANCE}, ln 32,000.
 */
export const EXPECTED = 10.4;
