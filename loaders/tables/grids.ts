import { cellAt, emptyGrid, type Grid } from "../../src/lib/disclosure/grid.js";
import type { Progress } from "../../src/lib/progress.js";
import { SECTIONS } from "../../src/lib/sections.js";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import { REGIONS } from "../geography.js";
import { MEASURES, type Measure, type MeasureId } from "./measures.js";

/** One region × section table a month for each measure; `null` in a month the source says nothing of. */
export interface Grids {
  /** `YYYY-MM`, without a hole. */
  months: string[];
  /** Section letters present, in alphabetical order. */
  sections: string[];
  series: Map<MeasureId, (Grid | null)[]>;
}

interface CellRow {
  month: string;
  region: string | null;
  section: string | null;
  contributors: number;
  value: number;
  largest: number;
  second: number | null;
}

/**
 * Counts and sums every measure by month × region × section with all totals, in DuckDB, on the
 * tables of `createScope`. Rows of a grid are `REGIONS`, columns the sections present.
 */
export async function readGrids(connection: DuckDBConnection, progress?: Progress): Promise<Grids> {
  const months = await readMonths(connection);
  const sections = await readSections(connection);
  const series: Grids["series"] = new Map();
  for (const [index, measure] of MEASURES.entries()) {
    series.set(measure.id, await readSeries(connection, measure, months, sections));
    progress?.({ item: measure.id, done: index + 1, total: MEASURES.length });
  }
  return { months, sections, series };
}

async function readMonths(connection: DuckDBConnection): Promise<string[]> {
  const rows = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(unnest(generate_series(min(periode), max(periode), INTERVAL 1 MONTH)), '%Y-%m') AS month
     FROM month ORDER BY month`,
  );
  return rows.map(({ month }) => month);
}

async function readSections(connection: DuckDBConnection): Promise<string[]> {
  const rows = await queryRows<{ section: string }>(
    connection,
    "SELECT DISTINCT section FROM company",
  );
  const present = new Set(rows.map(({ section }) => section));
  return SECTIONS.map(({ code }) => code).filter((code) => present.has(code));
}

async function readSeries(
  connection: DuckDBConnection,
  measure: Measure,
  months: string[],
  sections: string[],
): Promise<(Grid | null)[]> {
  const known = await knownMonths(connection, measure);
  const grids = months.map((month) =>
    known.has(month) ? emptyGrid(REGIONS.length, sections.length) : null,
  );
  const rowOfRegion = new Map(REGIONS.map(({ code }, row) => [code, row]));
  for (const cell of await queryRows<CellRow>(connection, cellsQuery(measure))) {
    const grid = grids[months.indexOf(cell.month)];
    if (!grid) continue;
    const row = cell.region === null ? grid.rows : rowOfRegion.get(cell.region)!;
    const column = cell.section === null ? grid.columns : sections.indexOf(cell.section);
    const position = cellAt(grid, row, column);
    grid.value[position] = cell.value;
    grid.contributors[position] = cell.contributors;
    grid.largest[position] = cell.largest;
    grid.second[position] = cell.second ?? 0;
  }
  return grids;
}

async function knownMonths(
  connection: DuckDBConnection,
  { first, last }: Measure,
): Promise<Set<string>> {
  const rows = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(periode, '%Y-%m') AS month FROM month, scope
     WHERE periode BETWEEN ${first} AND ${last}`,
  );
  return new Set(rows.map(({ month }) => month));
}

/**
 * Contributions of the companies followed at the month shown: spans never overlap, so that the last
 * one to start is the only one that may hold. Amounts are whole and under 2^53: as doubles they stay
 * exact.
 */
function cellsQuery({ query }: Measure): string {
  return `
    WITH contribution AS (
      SELECT strftime(periode, '%Y-%m') AS month, region, section, CAST(amount AS BIGINT) AS amount
      FROM (${query}) measured JOIN company USING (siren) SEMI JOIN month USING (periode)
      ASOF JOIN followed ON measured.siren = followed.siren AND periode >= since
      WHERE periode < until
    )
    SELECT month, region, section, CAST(count(*) AS INTEGER) AS contributors,
      CAST(sum(amount) AS DOUBLE) AS value,
      CAST(max(amount) AS DOUBLE) AS largest,
      CAST(max(amount, 2)[2] AS DOUBLE) AS second
    FROM contribution
    GROUP BY GROUPING SETS (
      (month, region, section), (month, region), (month, section), (month)
    )
    ORDER BY month, region, section`;
}
