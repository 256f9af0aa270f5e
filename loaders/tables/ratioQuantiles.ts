import { COUNT_RULES } from "../../src/lib/disclosure/primary.js";
import { NAF_NODES } from "../../src/lib/naf.js";
import { RATIOS } from "../../src/lib/ratios.js";
import type { RatioQuantiles } from "../../src/lib/tables.js";
import type { DuckDBConnection } from "../duckdb.js";
import { type Cohort, readCohorts, SHARES, UNKNOWN_TURNOVER } from "./ratioCohorts.js";
import { withoutDifferences } from "./ratioDifferences.js";

/** Sole traders file accounts too: no figure of fewer than 11 taxpayers (LPF, art. L.103; BOI-DJC-CADA-20). */
const FEWEST_TAXPAYERS = 11;

/** Companies that every group told apart must have at least: the business rule. */
const FEWEST_APART = COUNT_RULES.minContributors;

/** Sizes of cohorts are rounded to a multiple of it, so that two of them cannot be subtracted. */
const SIZE_STEP = 5;

/** Significant digits of a quantile: one that falls on a company does not give its accounts. */
const DIGITS = 3;

/**
 * The fewest companies of a cohort that is shown: each quantile, at rank (n − 1) p of the sorted
 * values, leaves `FEWEST_APART` of them strictly below and above.
 */
export const SMALLEST_COHORT = smallestCohortShown();

function smallestCohortShown(): number {
  const below = (n: number, share: number) => Math.ceil((n - 1) * share);
  const edges = SHARES.flatMap((share) => [share, 1 - share]);
  let n = FEWEST_TAXPAYERS;
  while (edges.some((share) => below(n, share) < FEWEST_APART)) n++;
  return n;
}

/**
 * Quantiles of the financial ratios of companies that were in the perimeter, by financial year, for
 * each node of `src/lib/naf.ts` and each NAF class, all turnovers together and by class. Cohorts too
 * small, of which all quantiles are equal, or that would tell a small group apart by subtraction are
 * left out; sectors of `naf.ts`, all turnovers together, are kept without their quantiles instead,
 * for the pages to say so. Reads `clean_ratios` and the `company` of `createScope`.
 *
 * Quantiles are covered by secrecy like tables (INSEE, « Manuel de protection des tableaux »), and
 * data of several sources by all of their thresholds.
 */
export async function ratioQuantiles(connection: DuckDBConnection): Promise<RatioQuantiles[]> {
  const published: RatioQuantiles[] = [];
  for await (const { year, cohorts } of readCohorts(connection, SMALLEST_COHORT)) {
    for (const { id } of RATIOS) {
      const ofRatio = cohorts.filter(({ ratio }) => ratio === id);
      const shown = withoutDifferences(ofRatio, new Set(ofRatio.filter(maySee)), FEWEST_APART);
      for (const cohort of ofRatio)
        if (shown.has(cohort) || isSector(cohort))
          published.push(rounded(cohort, year, shown.has(cohort)));
    }
  }
  return published;
}

function maySee({ turnover, quantiles }: Cohort): boolean {
  return quantiles !== null && turnover !== UNKNOWN_TURNOVER && !allEqual(quantiles);
}

/** Says the same of nearly every company. */
function allEqual(quantiles: readonly number[]): boolean {
  return quantiles.every((one) => one === quantiles[0]);
}

const SECTORS = new Set(NAF_NODES.map(({ code }) => code));

function isSector({ sector, turnover, companies }: Cohort): boolean {
  return turnover === null && SECTORS.has(sector) && companies >= FEWEST_TAXPAYERS;
}

function rounded(cohort: Cohort, year: number, isShown: boolean): RatioQuantiles {
  const { ratio, sector, turnover, companies, quantiles } = cohort;
  return {
    ratio,
    sector,
    turnover,
    year,
    cohort: Math.round(companies / SIZE_STEP) * SIZE_STEP,
    quantiles: isShown ? quantiles!.map((one) => Number(one.toPrecision(DIGITS))) : null,
  };
}
