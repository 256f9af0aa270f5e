import { hiddenClasses } from "../../src/lib/disclosure/distribution.js";
import { LEVELS, type Level } from "../../src/lib/levels.js";
import type { HomeTable } from "../../src/lib/tables.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";

/** Companies of the last list by alert level, France, protected. `scores` is `scores.parquet`. */
export async function readLevels(
  connection: DuckDBConnection,
  scores: string,
): Promise<HomeTable["levels"]> {
  const rows = await queryRows<{ level: Level; companies: number }>(
    connection,
    `SELECT level, CAST(count(DISTINCT siren) AS INTEGER) AS companies
     FROM read_parquet(${literal(scores)})
     WHERE periode = (SELECT max(periode) FROM read_parquet(${literal(scores)}))
     GROUP BY level ORDER BY level`,
  );
  const levels = Object.keys(LEVELS) as Level[];
  const counts = levels.map((id) => rows.find(({ level }) => level === id)?.companies ?? 0);
  const hidden = hiddenClasses(counts);
  return Object.fromEntries(
    levels.map((id, index) => [id, hidden[index] ? "s" : counts[index]]),
  ) as HomeTable["levels"];
}
