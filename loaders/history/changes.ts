import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { TableChange } from "../ingest/report.js";
import { columnTypes, quoted } from "./columns.js";

export interface ComparedTable {
  table: string;
  /** Columns that tell its rows apart. */
  key: readonly string[];
  before: { file: string; sha256: string };
  now: { file: string; sha256: string; rows: number };
}

/**
 * How a table differs from that of the previous batch, in rows of this one: `appeared` have a key
 * that is new, `changed` a key whose rows are no longer the same, `kept` the others; `disappeared`
 * counts the former rows whose key is gone. Rows of one key are compared as a set. Compared on the
 * columns that both tables have, those of one only being named. Keys and rows are compared by their
 * 64-bit hash: on 40 million rows a clash has one chance in 25,000 (birthday bound n²/2⁶⁵).
 */
export async function compareTable(
  connection: DuckDBConnection,
  { table, key, before, now }: ComparedTable,
): Promise<TableChange> {
  const same = { table, appeared: 0, changed: 0, disappeared: 0, kept: now.rows };
  if (before.sha256 === now.sha256) return same;
  const [former, current] = [
    await columnTypes(connection, before.file),
    await columnTypes(connection, now.file),
  ];
  const both = [...current.keys()].filter((name) => former.has(name));
  const newColumns = [...current.keys()].filter((name) => !former.has(name));
  const lostColumns = [...former.keys()].filter((name) => !current.has(name));
  const counts = await countChanges(connection, {
    key: key.filter((name) => both.includes(name)),
    columns: both.map((name) => ({ name, type: current.get(name)! })),
    before: before.file,
    now: now.file,
  });
  return {
    table,
    ...counts,
    ...(newColumns.length > 0 ? { newColumns } : {}),
    ...(lostColumns.length > 0 ? { lostColumns } : {}),
  };
}

interface Sides {
  key: readonly string[];
  columns: readonly { name: string; type: string }[];
  before: string;
  now: string;
}

type Counts = Pick<TableChange, "appeared" | "changed" | "disappeared" | "kept">;

async function countChanges(connection: DuckDBConnection, sides: Sides): Promise<Counts> {
  const [row] = await queryRows<Record<keyof Counts, string>>(
    connection,
    `WITH keys AS (
      SELECT count_if(now) AS present, count_if(NOT now) AS former,
        sum(CASE WHEN now THEN row_hash ELSE -row_hash END) AS difference
      FROM (${sideSql(sides, sides.now, true)} UNION ALL ${sideSql(sides, sides.before, false)})
      GROUP BY key_hash)
    SELECT ${sumSql("present", "former = 0")} AS appeared,
      ${sumSql("present", "former > 0 AND present > 0 AND NOT alike")} AS changed,
      ${sumSql("former", "present = 0")} AS disappeared,
      ${sumSql("present", "former > 0 AND alike")} AS kept
    FROM (SELECT *, present = former AND difference = 0 AS alike FROM keys)`,
  );
  const { appeared, changed, disappeared, kept } = row!;
  return {
    appeared: Number(appeared),
    changed: Number(changed),
    disappeared: Number(disappeared),
    kept: Number(kept),
  };
}

function sideSql({ key, columns }: Sides, file: string, now: boolean): string {
  const cells = columns.map(({ name, type }) => `${quoted(name)}::${type}`);
  const keys = key.map((name) => cells[columns.findIndex((column) => column.name === name)]);
  return `SELECT hash(${keys.join(", ")}) AS key_hash, hash(${cells.join(", ")})::HUGEINT AS row_hash,
    ${now} AS now FROM read_parquet(${literal(file)})`;
}

const sumSql = (count: string, condition: string): string =>
  `coalesce(sum(${count}) FILTER (WHERE ${condition}), 0)::BIGINT`;
