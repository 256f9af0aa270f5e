import type { IndicatorId } from "../../src/lib/indicators.js";
import { debtChanges } from "../clean/forwardFill.js";

/** The indicators that are counted or summed; rates divide them. */
export type MeasureId = Exclude<
  IndicatorId,
  "taux_ouverture_12m" | "part_en_dette" | "part_activite_partielle"
>;

/**
 * How an indicator is computed from the `clean_*` views and the tables of `scope.ts`: one line per
 * company and month with a whole `amount`, so that sums are exact in any order and parts add up to
 * totals once published.
 */
export interface Measure {
  id: MeasureId;
  /** Units of `amount` in one unit of the indicator. */
  scale: number;
  /** Selects `siren, periode, amount`. */
  query: string;
  /** First and last month it is known for, SQL on `scope`. */
  first: string;
  last: string;
}

/** Companies employing someone, with their headcount. Never carried forward. */
const HEADCOUNT = `
  SELECT siren, periode, effectif_ent FROM clean_effectif_ent WHERE effectif_ent > 0`;

/**
 * Debt of each company at each month. `clean_debit` only holds the months with an event: the changes
 * of each establishment are cumulated by company, in exact decimals, which carries the last known
 * value forward; nothing goes past the month of the source's last event. A credit is not a debt.
 */
const DEBT = `
  WITH balance AS (
    SELECT siren, periode AS since,
      lead(periode) OVER company AS until, sum(ouvriere + patronale) OVER company AS debt
    FROM (${debtChanges()}) WINDOW company AS (PARTITION BY siren ORDER BY periode)
  )
  SELECT siren, month.periode, debt
  FROM balance JOIN month
    ON month.periode >= since AND month.periode < coalesce(until, DATE '9999-12-31')
  WHERE debt > 0`;

/**
 * Months in which a company enters a proceeding: an opening, when no earlier one was still running
 * on the first of the month. A conversion is thus not counted again, a new proceeding after a plan
 * is.
 */
const ENTRIES = `
  WITH event AS (
    SELECT siren, date_effet, stade_procol,
      CAST(date_trunc('month', date_effet) AS DATE) AS periode,
      lead(date_effet) OVER (
        PARTITION BY siren, action_procol ORDER BY date_effet, stade_procol <> 'ouverture'
      ) AS until
    FROM clean_procol
  ), opening AS (FROM event WHERE stade_procol = 'ouverture')
  SELECT DISTINCT siren, periode FROM opening
  WHERE NOT EXISTS (
    FROM opening running
    WHERE running.siren = opening.siren AND running.date_effet < opening.periode
      AND coalesce(running.until, DATE '9999-12-31') >= opening.periode
  )`;

/** Window of the openings: the month shown and the eleven before. */
const WINDOW_MONTHS = 12;

/** Hundredths of a full-time equivalent. */
const ETP_SCALE = 100;

export const MEASURES: readonly Measure[] = [
  {
    id: "entreprises",
    scale: 1,
    query: `SELECT siren, periode, 1 AS amount FROM (${HEADCOUNT})`,
    first: "first",
    last: "last",
  },
  {
    id: "effectif",
    scale: 1,
    query: `SELECT siren, periode, effectif_ent AS amount FROM (${HEADCOUNT})`,
    first: "first",
    last: "last",
  },
  {
    id: "ouvertures_12m",
    scale: 1,
    query: `
      SELECT DISTINCT siren, month.periode, 1 AS amount
      FROM (${ENTRIES}) entry JOIN month ON entry.periode <= month.periode
        AND entry.periode > month.periode - INTERVAL ${WINDOW_MONTHS} MONTH`,
    // Companies gone before the first headcounts are in no perimeter: their openings are unknown.
    first: `greatest(procol_first, first) + INTERVAL ${WINDOW_MONTHS - 1} MONTH`,
    last: "procol_last",
  },
  {
    id: "dette_urssaf",
    scale: 1,
    query: `SELECT siren, periode, round(debt) AS amount FROM (${DEBT})`,
    first: "debt_first",
    last: "debt_last",
  },
  {
    id: "entreprises_en_dette",
    scale: 1,
    query: `
      SELECT siren, periode, 1 AS amount
      FROM (${DEBT}) SEMI JOIN (${HEADCOUNT}) USING (siren, periode)`,
    first: "debt_first",
    last: "debt_last",
  },
  {
    id: "etp_activite_partielle",
    scale: ETP_SCALE,
    query: `
      SELECT siren, CAST(date_trunc('month', periode) AS DATE) AS periode,
        round(sum(CAST(etp_consomme AS DECIMAL(18, 6))) * ${ETP_SCALE}) AS amount
      FROM clean_ap WHERE etp_consomme > 0 GROUP BY ALL`,
    first: "ap_first",
    last: "ap_last",
  },
];
