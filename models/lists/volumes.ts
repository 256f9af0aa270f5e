import { type DuckDBConnection, queryRows } from "../../loaders/duckdb.js";
import type { Level } from "../../src/lib/levels.js";
import type { ListCard } from "../../src/lib/lists/listCard.js";

type Volumes = Pick<
  ListCard,
  "companies" | "levels" | "levelsBefore" | "firstAlerts" | "retraitee"
>;

/** Counts of the temporary tables `levels` and `list`. */
export async function volumesOf(connection: DuckDBConnection): Promise<Volumes> {
  const count = async (query: string): Promise<ReadonlyMap<string, number>> => {
    const rows = await queryRows<{ name: string; n: number }>(connection, query);
    return new Map(rows.map(({ name, n }) => [name, n]));
  };
  const by = (column: string, table: string) =>
    count(`SELECT ${column} AS name, count(*)::INTEGER AS n FROM ${table} GROUP BY ALL`);
  const levels = levelCounts(await by("level", "levels"));
  const first = await by("first_alert", "list");
  const kept = await by("CASE WHEN retraitee THEN 'oui' ELSE 'non' END", "list");
  return {
    companies: levels.fort + levels.modere + levels.aucun,
    levels,
    levelsBefore: levelCounts(await by("level_before", "levels")),
    firstAlerts: { new: first.get("new") ?? 0, raised: first.get("raised") ?? 0 },
    retraitee: kept.get("oui") ?? 0,
  };
}

function levelCounts(counts: ReadonlyMap<string, number>): Record<Level, number> {
  const of = (level: Level): number => counts.get(level) ?? 0;
  return { fort: of("fort"), modere: of("modere"), aucun: of("aucun") };
}
