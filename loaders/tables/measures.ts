import type { IndicatorId } from "../../src/lib/indicators.js";
import { MOTIVES, UNKNOWN_MOTIVE } from "../clean/ap.js";
import { debtChanges } from "../clean/forwardFill.js";
import { literal } from "../duckdb.js";
import { ENTRIES } from "./entries.js";

/** The indicators that are counted or summed; all others are computed from them. */
export type MeasureId =
  | "entreprises"
  | "effectif"
  | "ouvertures_12m"
  | "dette_urssaf"
  | "cotisations_12m"
  | "entreprises_en_dette"
  | "entreprises_en_delai"
  | "montant_delais"
  | "etp_autorise"
  | "etp_activite_partielle"
  | "entreprises_en_ap";

/**
 * How an indicator is computed from the `clean_*` views and the tables of `scope.ts`: one line per
 * company and month with a whole `amount`, so that sums are exact in any order and parts add up to
 * totals once published.
 */
export interface Measure {
  id: MeasureId;
  /** Units of `amount` in one unit of the indicator. */
  scale: number;
  /** Selects `siren, periode, amount`, and `part` where there are parts: one line per part then. */
  query: string;
  /** Indicators whose amounts, none negative, add up to that of the company. */
  parts?: readonly IndicatorId[];
  /**
   * True for a count of the companies followed that have a trait: none can be more than them, and it
   * must not show that all of a group have it.
   */
  trait?: boolean;
  /** True when every month has its départements, for the sums of a quarter. */
  flow?: boolean;
  /** First and last month it is known for, SQL on `scope`. */
  first: string;
  last: string;
  /** Tables of the batch it reads, besides those that say who is counted. */
  sources: readonly string[];
}

/** Companies employing someone, with their headcount. Never carried forward. */
const HEADCOUNT = `
  SELECT siren, periode, effectif_ent FROM clean_effectif_ent WHERE effectif_ent > 0`;

/**
 * Debt of each company at each month. `clean_debit` only holds the months with an event: the changes
 * of each establishment are cumulated by company, in exact decimals, which carries the last known
 * value forward; nothing goes past the month of the source's last event. A credit is not a debt; on
 * one part it is taken off the other. Whole euros.
 */
const DEBT = `
  WITH balance AS (
    SELECT siren, periode AS since, lead(periode) OVER company AS until,
      sum(ouvriere + patronale) OVER company AS debt, sum(ouvriere) OVER company AS ouvriere
    FROM (${debtChanges()}) WINDOW company AS (PARTITION BY siren ORDER BY periode)
  )
  SELECT siren, month.periode, CAST(round(debt) AS BIGINT) AS debt,
    CAST(round(least(greatest(ouvriere, 0), debt)) AS BIGINT) AS ouvriere
  FROM balance JOIN month
    ON month.periode >= since AND month.periode < coalesce(until, DATE '9999-12-31')
  WHERE round(debt) > 0`;

/** Window of openings and contributions: the month shown and the eleven before. */
const WINDOW_MONTHS = 12;

/** Cents of a euro. */
const CENTS = 100;

/** Hundredths of a full-time equivalent. */
const ETP_SCALE = 100;

/** Short-time work of each company and month, `column` of `clean_ap` in hundredths. */
const shortTime = (column: string): string => `
  SELECT siren, CAST(date_trunc('month', periode) AS DATE) AS periode,
    round(sum(CAST(${column} AS DECIMAL(18, 6))) * ${ETP_SCALE}) AS amount
  FROM clean_ap WHERE ${column} > 0 GROUP BY ALL`;

/** What the motives of `clean_ap` become; several of them, separated by « ; », are one of their own. */
const MOTIVE_PARTS: readonly (readonly [id: IndicatorId, motive: string])[] = [
  ["autorise_conjoncture", MOTIVES[1]],
  ["autorise_approvisionnement", MOTIVES[2]],
  ["autorise_sinistre", MOTIVES[3]],
  ["autorise_transformation", MOTIVES[4]],
  ["autorise_exceptionnel", MOTIVES[5]],
  ["autorise_inconnu", UNKNOWN_MOTIVE],
];

const SEVERAL_MOTIVES: IndicatorId = "autorise_plusieurs";

const MOTIVE = `CASE ${MOTIVE_PARTS.map(
  ([id, motive]) => `WHEN motif_recours = ${literal(motive)} THEN ${literal(id)}`,
).join(" ")} ELSE ${literal(SEVERAL_MOTIVES)} END`;

/**
 * Payment schedules granted that are running at the end of the month; requests under examination or
 * refused are not (§1.2: stade « APPROB »). Whole euros, as granted.
 */
const SCHEDULES = `
  SELECT left(siret, 9) AS siren, month.periode,
    CAST(round(sum(montant_echeancier)) AS BIGINT) AS amount
  FROM clean_delai JOIN month
    ON date_creation < month.periode + INTERVAL 1 MONTH
    AND date_echeance >= month.periode + INTERVAL 1 MONTH
  WHERE stade = 'APPROB' GROUP BY ALL`;

/**
 * Contributions due for the month shown and the eleven before, whole euros: each month's come in,
 * and go out a year later. A negative sum is none. Running sums are of cents, several times faster
 * than of decimals.
 */
const CONTRIBUTIONS = `
  WITH due AS (
    SELECT left(siret, 9) AS siren, periode, CAST(sum(du) * ${CENTS} AS BIGINT) AS cents
    FROM clean_cotisation GROUP BY ALL
  ), change AS (
    SELECT siren, periode, CAST(sum(cents) AS BIGINT) AS cents
    FROM (
      FROM due UNION ALL
      SELECT siren, CAST(periode + INTERVAL ${WINDOW_MONTHS} MONTH AS DATE), -cents FROM due
    ) GROUP BY ALL
  ), running AS (
    SELECT siren, periode AS since, lead(periode) OVER company AS until,
      CAST(sum(cents) OVER company AS BIGINT) AS cents
    FROM change WINDOW company AS (PARTITION BY siren ORDER BY periode)
  )
  SELECT siren, month.periode, CAST(round(cents / ${CENTS}) AS BIGINT) AS amount
  FROM running JOIN month ON month.periode >= since AND month.periode < until
  WHERE round(cents / ${CENTS}) > 0`;

/** Those followed at the month, employing someone. */
const among = (query: string): string =>
  `SELECT siren, periode, 1 AS amount FROM (${query}) SEMI JOIN (${HEADCOUNT}) USING (siren, periode)`;

const KNOWN = { first: "first", last: "last" } as const;
const DEBT_KNOWN = { first: "debt_first", last: "debt_last" } as const;
const SHORT_TIME_KNOWN = { first: "ap_first", last: "ap_last" } as const;
const REQUESTS_KNOWN = { first: "apdemande_first", last: "apdemande_last" } as const;
const SCHEDULES_KNOWN = { first: "delai_first", last: "delai_last" } as const;

export const MEASURES: readonly Measure[] = [
  {
    id: "entreprises",
    scale: 1,
    query: `SELECT siren, periode, 1 AS amount FROM (${HEADCOUNT})`,
    ...KNOWN,
    sources: [],
  },
  {
    id: "effectif",
    scale: 1,
    query: `SELECT siren, periode, effectif_ent AS amount FROM (${HEADCOUNT})`,
    ...KNOWN,
    sources: [],
  },
  {
    id: "ouvertures_12m",
    scale: 1,
    query: `
      SELECT siren, month.periode, 1 AS amount,
        arg_max(action_procol, entry.periode) || 's_12m' AS part
      FROM (${ENTRIES}) entry JOIN month ON entry.periode <= month.periode
        AND entry.periode > month.periode - INTERVAL ${WINDOW_MONTHS} MONTH
      GROUP BY siren, month.periode`,
    parts: ["sauvegardes_12m", "redressements_12m", "liquidations_12m"],
    // Companies gone before the first headcounts are in no perimeter: their openings are unknown.
    first: `greatest(procol_first, first) + INTERVAL ${WINDOW_MONTHS - 1} MONTH`,
    last: "procol_last",
    sources: ["procol"],
  },
  {
    id: "dette_urssaf",
    scale: 1,
    query: `
      SELECT siren, periode, unnest(['dette_salariale', 'dette_patronale']) AS part,
        unnest([ouvriere, debt - ouvriere]) AS amount
      FROM (${DEBT})`,
    parts: ["dette_salariale", "dette_patronale"],
    ...DEBT_KNOWN,
    sources: ["debit"],
  },
  {
    id: "cotisations_12m",
    scale: 1,
    query: CONTRIBUTIONS,
    first: `cotisation_first + INTERVAL ${WINDOW_MONTHS - 1} MONTH`,
    last: "cotisation_last",
    sources: ["cotisation"],
  },
  {
    id: "entreprises_en_dette",
    scale: 1,
    query: among(DEBT),
    trait: true,
    ...DEBT_KNOWN,
    sources: ["debit"],
  },
  {
    id: "entreprises_en_delai",
    scale: 1,
    query: among(SCHEDULES),
    trait: true,
    ...SCHEDULES_KNOWN,
    sources: ["delai"],
  },
  {
    id: "montant_delais",
    scale: 1,
    query: `FROM (${SCHEDULES}) WHERE amount > 0`,
    ...SCHEDULES_KNOWN,
    sources: ["delai"],
  },
  {
    id: "etp_autorise",
    scale: ETP_SCALE,
    query: `
      SELECT siren, periode, ${MOTIVE} AS part,
        round(sum(CAST(etp_autorise AS DECIMAL(18, 6))) * ${ETP_SCALE}) AS amount
      FROM clean_ap WHERE etp_autorise > 0 GROUP BY ALL`,
    parts: [...MOTIVE_PARTS.map(([id]) => id), SEVERAL_MOTIVES],
    flow: true,
    ...REQUESTS_KNOWN,
    sources: ["apdemande"],
  },
  {
    id: "etp_activite_partielle",
    scale: ETP_SCALE,
    query: shortTime("etp_consomme"),
    flow: true,
    ...SHORT_TIME_KNOWN,
    sources: ["apconso"],
  },
  {
    id: "entreprises_en_ap",
    scale: 1,
    query: among(shortTime("etp_consomme")),
    trait: true,
    ...SHORT_TIME_KNOWN,
    sources: ["apconso"],
  },
];
