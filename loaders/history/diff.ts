import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type { DuckDBConnection } from "../duckdb.js";
import type { TableChange, TableReport } from "../ingest/report.js";
import type { TableProfile } from "../watch/profile.js";
import { readProfiles } from "../watch/profileFile.js";
import { profileTables } from "../watch/profileTables.js";
import { compareTable } from "./changes.js";
import { type ColumnDiff, diffColumns } from "./columnDiff.js";
import { KEYS } from "./keys.js";
import type { Version } from "./version.js";

/** How a table of one snapshot differs from that of another. */
export interface TableDiff extends TableChange {
  /** Rows; null where the snapshot has no such table. */
  before: number | null;
  now: number | null;
  /** Share of the rows of both that appeared, changed or disappeared, 0 to 1: the size of the move. */
  moved: number;
  /** Those whose nulls, sum, percentiles or values differ, in the order of the table. */
  columns: ColumnDiff[];
}

/**
 * Compares two snapshots table by table, the largest move first; `only` keeps one table. Throws
 * `table-missing` when neither has it.
 */
export async function diffVersions(
  connection: DuckDBConnection,
  before: Version,
  now: Version,
  only: string | undefined,
): Promise<TableDiff[]> {
  const names = [
    ...new Set([...now.manifest.tables, ...before.manifest.tables].map(({ table }) => table)),
  ];
  if (only && !names.includes(only)) throw noTable(only, names);
  const diffs: TableDiff[] = [];
  for (const name of only ? [only] : names)
    diffs.push(await diffTable(connection, name, before, now));
  return diffs.sort((a, b) => b.moved - a.moved || (a.table < b.table ? -1 : 1));
}

async function diffTable(
  connection: DuckDBConnection,
  table: string,
  before: Version,
  now: Version,
): Promise<TableDiff> {
  const [former, current] = [tableOf(before, table), tableOf(now, table)];
  const change = await changeOf(connection, table, former, current);
  const { appeared, changed, disappeared, kept } = change;
  const different = appeared + changed + disappeared;
  const columns =
    former && current && former.sha256 !== current.sha256
      ? diffColumns(
          await profileOf(connection, before, former),
          await profileOf(connection, now, current),
        )
      : [];
  return {
    ...change,
    before: former?.rows ?? null,
    now: current?.rows ?? null,
    moved: different === 0 ? 0 : different / (different + kept),
    columns,
  };
}

const tableOf = ({ folder, manifest }: Version, table: string) => {
  const found = manifest.tables.find((report) => report.table === table);
  return found && { ...found, file: join(folder, found.file) };
};

async function changeOf(
  connection: DuckDBConnection,
  table: string,
  before: TableReport | undefined,
  now: TableReport | undefined,
): Promise<TableChange> {
  const none = { table, appeared: 0, changed: 0, disappeared: 0, kept: 0 };
  if (!before) return { ...none, appeared: now!.rows };
  if (!now) return { ...none, disappeared: before.rows };
  return compareTable(connection, { table, key: KEYS.get(table) ?? [], before, now });
}

/** The profile that the snapshot holds, else one that is computed now. */
async function profileOf(
  connection: DuckDBConnection,
  { folder }: Version,
  { table, file }: TableReport,
): Promise<TableProfile> {
  const known = (await readProfiles(folder)).find((profile) => profile.table === table);
  return known ?? (await profileTables(connection, [{ name: table, file }]))[0]!;
}

function noTable(table: string, names: readonly string[]): VigieError {
  return new VigieError(
    "table-missing",
    `aucun des deux instantanés n’a de table « ${table} »`,
    `Tables : ${[...names].sort().join(", ")}`,
    2,
  );
}
