import { join } from "node:path";
import { type DuckDBConnection, literal } from "../../loaders/duckdb.js";
import { LEVELS_OF_ALL } from "./former.js";

/**
 * Fills the temporary table `history (siren, history, alerts, scored, was_fort)`: the levels of the
 * companies of the former lists, the last `recalled` of them in order, in how many lists they were
 * flagged and scored, and whether they ever were at the higher level.
 */
export async function createHistory(
  connection: DuckDBConnection,
  lists: string,
  former: readonly string[],
  recalled: number,
): Promise<void> {
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE past (batch VARCHAR, siren VARCHAR, level VARCHAR)",
  );
  for (const batch of former) {
    const file = literal(join(lists, batch, LEVELS_OF_ALL));
    await connection.run(
      `INSERT INTO past SELECT ${literal(batch)}, siren, level FROM read_parquet(${file}) ORDER BY siren`,
    );
  }
  const first = literal(former.at(-recalled) ?? "");
  await connection.run(`CREATE OR REPLACE TEMP TABLE history AS
    SELECT siren,
      coalesce(list({batch: batch, level: level} ORDER BY batch) FILTER (batch >= ${first}), []) AS history,
      count(*) FILTER (level <> 'aucun') AS alerts, count(*) AS scored,
      coalesce(bool_or(level = 'fort'), false) AS was_fort
    FROM past GROUP BY siren`);
}
