import { NAF_NODES } from "../../src/lib/naf.js";
import { type FinancialRatio, RATIOS } from "../../src/lib/ratios.js";
import { sectorChain } from "../../src/lib/sectorChain.js";
import { turnoverClassSql } from "../../src/lib/turnoverClasses.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";

/** Shares of a cohort below each quantile published. */
export const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Class of those whose turnover is not known: counted among all, never shown. */
export const UNKNOWN_TURNOVER = "";

/** The companies of one sector, class of turnover and year that have a ratio. */
export interface Cohort {
  ratio: string;
  /** Code of `src/lib/naf.ts`, or a NAF class such as `43.21A`. */
  sector: string;
  /** Code of `turnoverClasses.ts` or {@link UNKNOWN_TURNOVER}; null for all of them together. */
  turnover: string | null;
  companies: number;
  /** At {@link SHARES}; null for a cohort of fewer than asked. */
  quantiles: number[] | null;
}

/**
 * The financial year of a closing: the year before when it closes in July or earlier (§1.6,
 * « Sectoral indicators »: `getMonth() <= 6`).
 */
const FINANCIAL_YEAR = `CAST(year(date_cloture) - (month(date_cloture) <= 7)::INTEGER AS INTEGER)`;

const columnOf = ({ id, shareOf }: FinancialRatio): string =>
  shareOf
    ? `CAST(100 * CAST(${shareOf} AS DOUBLE) / nullif(CAST(chiffre_d_affaires AS DOUBLE), 0) AS DOUBLE) AS ${id}`
    : `CAST(${id} AS DOUBLE) AS ${id}`;

const IDS = RATIOS.map(({ id }) => id);

/**
 * Public accounts of a company itself (of a group, none: its turnover is not that of the company),
 * the last closing of each financial year. Accounts confidential in part or not known to be public
 * are left out as a whole.
 */
const ACCOUNTS = `
  CREATE OR REPLACE TEMP TABLE account AS
  SELECT siren, leaf, ape, ${FINANCIAL_YEAR} AS year,
    coalesce(${turnoverClassSql("chiffre_d_affaires")}, ${literal(UNKNOWN_TURNOVER)}) AS turnover,
    ${RATIOS.map(columnOf).join(",\n    ")}
  FROM clean_ratios JOIN company USING (siren)
  WHERE confidentiality = 'Public' AND type_bilan IN ('C', 'S')
  QUALIFY row_number() OVER (PARTITION BY siren, year ORDER BY date_cloture DESC) = 1`;

/** Each leaf of `src/lib/naf.ts` with all that holds it. */
function holdersQuery(): string {
  const parents = new Set(NAF_NODES.map(({ parent }) => parent));
  const rows = NAF_NODES.filter(({ code }) => !parents.has(code)).flatMap((leaf) => {
    const [, ...sectors] = sectorChain(String(leaf.divisions[0]).padStart(2, "0"));
    return sectors.map((sector) => `(${literal(leaf.code)}, ${literal(sector)})`);
  });
  return `CREATE OR REPLACE TEMP TABLE holder AS FROM (VALUES ${rows.join(", ")}) t(leaf, sector)`;
}

/** Finite values only, quantiles R-7 (Hyndman and Fan, 1996). */
const cohortsQuery = (year: number, quantilesFrom: number): string => `
  WITH placed AS (
    SELECT ratio, leaf, ape, turnover, value
    FROM (UNPIVOT (FROM account WHERE year = ${year}) ON ${IDS.join(", ")} INTO NAME ratio VALUE value)
    WHERE isfinite(value)
  ), member AS (
    SELECT ratio, sector, turnover, value FROM placed JOIN holder USING (leaf)
    UNION ALL SELECT ratio, ape, turnover, value FROM placed
  )
  SELECT ratio, sector, turnover, CAST(count(*) AS INTEGER) AS companies,
    CASE WHEN count(*) >= ${quantilesFrom}
      THEN quantile_cont(value, [${SHARES.join(", ")}]) END AS quantiles
  FROM member GROUP BY GROUPING SETS ((ratio, sector), (ratio, sector, turnover))
  ORDER BY ALL`;

/**
 * Every cohort of a financial year with a company, one year at a time so that memory does not grow
 * with the history: each NAF class and node of `src/lib/naf.ts`, by class of turnover and all
 * together. Quantiles are those of cohorts of at least `quantilesFrom` companies. Reads
 * `clean_ratios` and the `company` of `createScope`.
 */
export async function* readCohorts(
  connection: DuckDBConnection,
  quantilesFrom: number,
): AsyncGenerator<{ year: number; cohorts: Cohort[] }> {
  await connection.run(ACCOUNTS);
  await connection.run(holdersQuery());
  const years = await queryRows<{ year: number }>(
    connection,
    "SELECT DISTINCT year FROM account ORDER BY year",
  );
  for (const { year } of years)
    yield { year, cohorts: await queryRows<Cohort>(connection, cohortsQuery(year, quantilesFrom)) };
}
