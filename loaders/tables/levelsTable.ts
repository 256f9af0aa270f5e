import type { Highs } from "highs";
import { COUNT_RULES } from "../../src/lib/disclosure/primary.js";
import { DEFAULT_PROTECTION } from "../../src/lib/disclosure/protectionLevel.js";
import { protectTable } from "../../src/lib/disclosure/protectTable.js";
import type { Equation, Table } from "../../src/lib/disclosure/table.js";
import { LEVELS, type Level } from "../../src/lib/levels.js";
import { ALL_SECTORS, nodesOfLevel } from "../../src/lib/naf.js";
import type { LevelsTable } from "../../src/lib/tables.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { REGIONS } from "../geography.js";

/** Companies of the last list: `sector` is an A10 node. */
export interface LevelCount {
  region: string;
  sector: string;
  level: Level;
  companies: number;
}

/** Counts the companies of the last month of `scores.parquet`, on the `company` of `createScope`. */
export async function readLevelCounts(
  connection: DuckDBConnection,
  scores: string,
): Promise<{ month: string; counts: LevelCount[] }> {
  const file = `read_parquet(${literal(scores)})`;
  const [{ month } = { month: "" }] = await queryRows<{ month: string }>(
    connection,
    `SELECT strftime(max(periode), '%Y-%m') AS month FROM ${file}`,
  );
  const a10 = nodesOfLevel("A10").map(
    ({ code, divisions: [from, to] }) =>
      `WHEN try_cast(left(ape, 2) AS INTEGER) BETWEEN ${from} AND ${to} THEN ${literal(code)}`,
  );
  const counts = await queryRows<LevelCount>(
    connection,
    `SELECT region, CASE ${a10.join(" ")} END AS sector, level,
       CAST(count(DISTINCT siren) AS INTEGER) AS companies
     FROM ${file} JOIN company USING (siren)
     WHERE periode = (SELECT max(periode) FROM ${file})
     GROUP BY ALL ORDER BY ALL`,
  );
  return { month, counts };
}

const NAMES = Object.keys(LEVELS) as Level[];

/**
 * Companies by level in France, in each région and in each A10 sector, protected together. To be
 * listed harms a company: no group may show that all of its companies are (non-zero rule).
 *
 * @throws VigieError `disclosure-unprotectable`
 */
export function levelsTable(
  { month, counts }: { month: string; counts: readonly LevelCount[] },
  highs: Highs,
): LevelsTable {
  const places = [
    { territory: "FR", sector: ALL_SECTORS },
    ...REGIONS.map(({ code }) => ({ territory: code, sector: ALL_SECTORS })),
    ...nodesOfLevel("A10").map(({ code }) => ({ territory: "FR", sector: code })),
  ];
  const table = tableOf(places, counts);
  const { mask } = protectTable(
    table,
    {
      rules: { ...COUNT_RULES, nonZero: true },
      frequency: DEFAULT_PROTECTION.frequency,
      cost: table.value.map((value) => 1 + value),
    },
    highs,
  );
  const width = NAMES.length + 1;
  return {
    month,
    rows: places.map((place, row) => ({
      ...place,
      levels: Object.fromEntries(
        NAMES.map((level, index) => {
          const cell = row * width + 1 + index;
          return [level, mask[cell] === 1 ? "s" : table.value[cell]!];
        }),
      ) as LevelsTable["rows"][number]["levels"],
    })),
  };
}

/** Each place in turn: its total, then its levels. */
function tableOf(
  places: readonly { territory: string; sector: string }[],
  counts: readonly LevelCount[],
): Table {
  const width = NAMES.length + 1;
  const value = new Float64Array(places.length * width);
  for (const [row, { territory, sector }] of places.entries())
    for (const count of counts) {
      if (territory !== "FR" && territory !== count.region) continue;
      if (sector !== ALL_SECTORS && sector !== count.sector) continue;
      value[row * width]! += count.companies;
      value[row * width + 1 + NAMES.indexOf(count.level)]! += count.companies;
    }
  const equations: Equation[] = places.map((_, row) => ({
    total: row * width,
    parts: NAMES.map((_, index) => row * width + 1 + index),
  }));
  const detailed = (isPart: (place: { territory: string; sector: string }) => boolean) => {
    const rows = places.flatMap((place, row) => (isPart(place) ? [row] : []));
    for (let column = 0; column < width; column++)
      equations.push({ total: column, parts: rows.map((row) => row * width + column) });
  };
  detailed(({ territory }) => territory !== "FR");
  detailed(({ sector }) => sector !== ALL_SECTORS);
  const ones = value.map((count) => Math.min(count, 1));
  return { value, contributors: value, largest: ones, second: ones, equations, grandTotal: 0 };
}
