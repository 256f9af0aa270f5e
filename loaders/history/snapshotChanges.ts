import { join } from "node:path";
import type { DuckDBConnection } from "../duckdb.js";
import type { TableChange, TableReport } from "../ingest/report.js";
import { compareTable } from "./changes.js";
import { KEYS } from "./keys.js";
import type { Previous } from "./previous.js";
import type { Reuse } from "./reuse.js";

export interface Compared {
  tables: readonly TableReport[];
  /** Folder of the snapshot being built. */
  work: string;
  previous: Previous | undefined;
  reuse: Reuse;
}

/**
 * Changes of every table since the previous batch, in the order of the tables; none for a first
 * batch. A table that the previous batch does not have appeared whole, one that it alone has
 * disappeared whole. Two tables that were compared for the former version are not compared again.
 */
export async function snapshotChanges(
  connection: DuckDBConnection,
  { tables, work, previous, reuse }: Compared,
): Promise<TableChange[]> {
  if (!previous) return [];
  const changes: TableChange[] = [];
  for (const now of tables) {
    const before = previous.manifest.tables.find(({ table }) => table === now.table);
    if (!before) {
      changes.push({ table: now.table, appeared: now.rows, changed: 0, disappeared: 0, kept: 0 });
      continue;
    }
    const name = `changes of ${now.table}`;
    const key = KEYS.get(now.table)!;
    const digest = reuse.digest({ key, before: before.sha256, now: now.sha256 });
    const change =
      (await reuse.take<TableChange>(name, digest)) ??
      (await compareTable(connection, {
        table: now.table,
        key,
        before: { ...before, file: join(previous.folder, before.file) },
        now: { ...now, file: join(work, now.file) },
      }));
    reuse.keep(name, { digest, value: change, files: [] });
    changes.push(change);
  }
  const names = new Set(tables.map(({ table }) => table));
  const gone = previous.manifest.tables.filter(({ table }) => !names.has(table));
  for (const { table, rows } of gone)
    changes.push({ table, appeared: 0, changed: 0, disappeared: rows, kept: 0 });
  return changes;
}
