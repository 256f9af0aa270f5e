import { join } from "node:path";
import type { CleanContext, CleanTable } from "../clean/table.js";
import { copyToParquet, type DuckDBConnection } from "../duckdb.js";
import type { Reuse } from "../history/reuse.js";
import type { TableReport } from "./report.js";
import { describeTable } from "./tables.js";
import { viewParquet } from "./write.js";

export interface CleanOptions {
  context: CleanContext;
  /** Folder of the snapshot being built. */
  work: string;
  reuse: Reuse;
  /** Those written before. */
  tables: readonly TableReport[];
}

/** What `clean_perimeter` and `perimeter` are made from. */
const OF_PERIMETER = ["filter", "effectif_ent", "sirene", "sirene_ul"];

/** Writes a clean table, or takes over the former one when all that its query names is the same. */
export async function writeClean(
  connection: DuckDBConnection,
  { name, query, key, period }: CleanTable,
  { context, work, reuse, tables }: CleanOptions,
): Promise<TableReport> {
  const sql = `SELECT * FROM (${query(context)}) ORDER BY ${key.join(", ")}`;
  const digest = reuse.digest({ sql, tables: namedIn(sql, tables) });
  const file = join(work, `${name}.parquet`);
  const former = await reuse.take<TableReport>(name, digest);
  if (!former) await copyToParquet(connection, sql, file);
  await viewParquet(connection, name, file);
  if (former) return former;
  const report = await describeTable(connection, name, file, period);
  reuse.keep(name, { digest, value: report, files: [report.file] });
  return report;
}

/** Fingerprints of the tables that a query names: those it reads, and maybe others. */
function namedIn(sql: string, tables: readonly TableReport[]): [string, string][] {
  const perimeter = /\b(clean_)?perimeter\b/.test(sql);
  return tables
    .filter(
      ({ table }) =>
        new RegExp(`\\b${table}\\b`).test(sql) || (perimeter && OF_PERIMETER.includes(table)),
    )
    .map(({ table, sha256 }) => [table, sha256]);
}
