import { join } from "node:path";
import { type DuckDBConnection, literal, queryRows } from "../../loaders/duckdb.js";
import type { Level } from "../../src/lib/levels.js";
import { type Cause, causeOf, changeOf, type Standing } from "../../src/lib/lists/change.js";
import type { ListCard, ListChanges } from "../../src/lib/lists/listCard.js";
import { LEVELS_OF_ALL } from "./former.js";
import { rescore } from "./rescore.js";

export interface ChangesOptions {
  lists: string;
  features: string;
  registry: string;
  /** Card of the list before; undefined for a first list. */
  former: ListCard | undefined;
  /** Model and month of this one. */
  model: string;
  month: string;
}

interface Row {
  siren: string;
  then_before: Level | null;
  then_level: Level | null;
  now_before: Level | null;
  now_level: Level | null;
}

/**
 * Fills the temporary table `changes (siren, former_level, level, change, cause)` with the companies
 * whose level moved since the list before, those that left it included, and counts them. The table is
 * empty and the count null for a first list. Reads the temporary table `levels` of this one.
 */
export async function createChanges(
  connection: DuckDBConnection,
  { lists, features, registry, former, model, month }: ChangesOptions,
): Promise<ListChanges | null> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE changes (siren VARCHAR, former_level VARCHAR,
    level VARCHAR, change VARCHAR, cause VARCHAR)`);
  if (!former) return null;
  const file = join(lists, former.batch, LEVELS_OF_ALL);
  await connection.run(`CREATE OR REPLACE TEMP TABLE changed AS
    SELECT siren, t.level_before AS then_before, t.level AS then_level,
      n.level_before AS now_before, n.level AS now_level
    FROM read_parquet(${literal(file)}) t FULL JOIN levels n USING (siren)
    WHERE coalesce(t.level, 'aucun') <> coalesce(n.level, 'aucun')`);
  const rows = await queryRows<Row>(connection, "FROM changed ORDER BY siren");
  const same = former.model === model;
  const rescored = same
    ? undefined
    : await rescore(connection, { features, registry, model: former.model, month });
  const counts = emptyCounts();
  const appender = await connection.createAppender("changes");
  for (const row of rows) {
    const then = standing(row.then_before, row.then_level);
    const now = standing(row.now_before, row.now_level);
    const [from, to] = [then?.level ?? "aucun", now?.level ?? "aucun"];
    const change = changeOf(from, to)!;
    const byFormer = same ? now?.before : rescored?.get(row.siren);
    const cause = causeOf(then, now, byFormer);
    count(counts[change], cause);
    for (const value of [row.siren, from, to, change, cause]) appender.appendVarchar(value);
    appender.endRow();
  }
  appender.closeSync();
  const modelKnown = same || rescored !== undefined;
  return { since: former.batch, model: former.model, modelKnown, counts };
}

function standing(before: Level | null, level: Level | null): Standing | undefined {
  return before && level ? { before, level } : undefined;
}

function emptyCounts(): ListChanges["counts"] {
  const none = () => ({ total: 0, causes: {} });
  return { entered: none(), up: none(), down: none(), left: none() };
}

function count(counted: ListChanges["counts"]["entered"], cause: Cause): void {
  counted.total++;
  counted.causes[cause] = (counted.causes[cause] ?? 0) + 1;
}
