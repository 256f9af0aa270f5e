import { a10OfLeaf } from "../../src/lib/naf.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { ENTRIES } from "./entries.js";

/** Months after the entry at which survival is told. */
export const SURVIVAL_HORIZONS = [12, 24, 36] as const;

/** In liquidation before a horizon and not before the one that precedes it, or not by the last one known. */
export type Fate = "liq12" | "liq24" | "liq36" | "alive";

/** Companies that entered sauvegarde or redressement one year, by what became of them. */
export interface SurvivalCell {
  year: number;
  /** Months of the horizons that are past for every entry of the year, increasing; never empty. */
  horizons: number[];
  region: string;
  /** Code of an A10 node of `src/lib/naf.ts`. */
  sector: string;
  fate: Fate;
  companies: number;
}

const [NEAR, MIDDLE, FAR] = SURVIVAL_HORIZONS;

/**
 * The first entry of each company and year, when it was followed, and the first liquidation opened
 * since. Horizons are past when the last entry of the year could be seen so long after.
 */
const FATES = `
  WITH span AS (
    SELECT greatest(procol_first, first) AS since,
      CAST(procol_last + INTERVAL 1 MONTH AS DATE) AS until FROM scope
  ), entered AS (
    SELECT entry.siren, CAST(year(periode) AS INTEGER) AS year, min(date_effet) AS date_effet
    FROM (${ENTRIES}) entry ASOF JOIN followed
      ON entry.siren = followed.siren AND entry.periode >= followed.since
    WHERE action_procol IN ('sauvegarde', 'redressement') AND periode < followed.until
    GROUP BY ALL
  ), year AS (
    SELECT year, list_filter([${SURVIVAL_HORIZONS.join(", ")}],
      lambda months: make_date(year + 1, 1, 1) + to_months(months) <= until) AS horizons
    FROM (SELECT DISTINCT year FROM entered), span
    WHERE make_date(year, 1, 1) >= since
  ), lost AS (
    SELECT siren, year, min(clean_procol.date_effet) AS liquidated
    FROM entered JOIN clean_procol USING (siren)
    WHERE action_procol = 'liquidation' AND stade_procol = 'ouverture'
      AND clean_procol.date_effet >= entered.date_effet
    GROUP BY ALL
  )
  SELECT year, horizons, region, leaf,
    CASE WHEN liquidated < entered.date_effet + to_months(horizons[-1]) THEN
      CASE WHEN liquidated < entered.date_effet + INTERVAL ${NEAR} MONTH THEN 'liq${NEAR}'
        WHEN liquidated < entered.date_effet + INTERVAL ${MIDDLE} MONTH THEN 'liq${MIDDLE}'
        ELSE 'liq${FAR}' END
      ELSE 'alive' END AS fate
  FROM entered JOIN year USING (year) JOIN company USING (siren) LEFT JOIN lost USING (siren, year)
  WHERE len(horizons) > 0`;

/**
 * Counts the companies that entered a sauvegarde or a redressement by year of entry, région, A10
 * sector and fate, on the tables of `createScope`. Only whole years with a horizon past. A company
 * counts once a year; the plan that fails within a horizon counts as a liquidation.
 */
export async function survivalCells(connection: DuckDBConnection): Promise<SurvivalCell[]> {
  const rows = await queryRows<SurvivalCell & { leaf: string }>(
    connection,
    `SELECT year, CAST(horizons AS INTEGER[]) AS horizons, region, leaf, fate,
       CAST(count(*) AS INTEGER) AS companies
     FROM (${FATES}) GROUP BY ALL ORDER BY year, region, leaf, fate`,
  );
  const cells = new Map<string, SurvivalCell>();
  for (const { leaf, ...row } of rows) {
    const sector = a10OfLeaf(leaf);
    const key = [row.year, row.region, sector, row.fate].join(" ");
    const cell = cells.get(key);
    if (cell) cell.companies += row.companies;
    else cells.set(key, { ...row, sector });
  }
  return [...cells.values()];
}
