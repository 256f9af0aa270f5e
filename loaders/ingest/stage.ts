import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { compileReader, type Reader } from "./compile.js";
import type { Fatal } from "./fatal.js";
import type { Header } from "./header.js";
import { NEVER } from "./scan.js";
import { splitSql } from "./split.js";

/** Why a row is kept or not. */
export type Status = "valid" | "rejected" | "blank" | "source" | "account" | "perimeter";

export interface StageOptions {
  file: string;
  source: Source;
  header: Header;
  /** Lines counted when the file was scanned; DuckDB must find as many. */
  lines: number;
  /** Temporary table to create: line, status, raw (rejected rows) and the values. */
  table: string;
  /** Keep the rows of table `perimeter` only. */
  filtered: boolean;
  /** Find the SIRET of the account in table `accounts`. */
  mapped: boolean;
}

export type Counts = Record<Status, number>;

/**
 * Reads a file into a temporary table where every line has its status. Lines are read whole, one
 * text each, so that none is lost; cells and values are then taken out in SQL.
 */
export async function stage(
  connection: DuckDBConnection,
  options: StageOptions,
): Promise<Reader | Fatal> {
  const reader = compileReader(options.source, options.header);
  await connection.run(linesSql(options.file));
  const [read] = await queryRows<{ lines: string }>(
    connection,
    "SELECT count(*) AS lines FROM lines",
  );
  if (Number(read!.lines) !== options.lines) {
    await connection.run("DROP TABLE lines");
    return lineEndings(options, Number(read!.lines));
  }
  await connection.run(stageSql(options, reader));
  await connection.run("DROP TABLE lines");
  return reader;
}

function linesSql(file: string): string {
  const never = literal(String.fromCharCode(NEVER));
  return `CREATE TABLE lines AS SELECT l FROM read_csv(${literal(file)}, header = false,
    auto_detect = false, columns = {'l': 'VARCHAR'}, delim = ${never}, quote = '', escape = '',
    comment = '', strict_mode = false)`;
}

function stageSql(options: StageOptions, reader: Reader): string {
  const { source, table, mapped } = options;
  const names = reader.values.map(({ name }) => `"${name}"`);
  const notices = reader.notices.map(({ sql }, index) => `${sql} AS notice_${index}`);
  const account = mapped && source.account;
  const located = account
    ? `SELECT cells.* REPLACE (accounts.siret AS siret) FROM read AS cells ASOF LEFT JOIN accounts
        ON cells.${account.number} = accounts.compte AND ${account.date} < accounts.fermeture`
    : "SELECT * FROM read";
  const steps = Math.max(...reader.values.map((value) => value.steps.length));
  const read = Array.from({ length: steps }, (_, index) => stepSql(reader, index));
  return `CREATE TABLE ${table} AS
    WITH cut AS (SELECT rowid AS line, l, ${splitSql("l", source)} AS c FROM lines WHERE rowid > 0),
    ${read.map((sql, index) => `read_${index} AS (${sql})`).join(", ")},
    read AS (SELECT * FROM read_${steps - 1}),
    located AS (${located}),
    judged AS (SELECT line, ${verdictSql(options, reader)} AS verdict,
      CASE WHEN verdict = 'rejected' THEN l END AS raw, ${[...names, ...notices].join(", ")}
      FROM located)
    SELECT line, ${perimeterSql(options)} AS status, * EXCLUDE (line, verdict) FROM judged`;
}

function stepSql({ values }: Reader, index: number): string {
  if (index === 0) {
    const first = values.map(({ name, steps }) => `${steps[0]} AS "${name}"`);
    return `SELECT line, l, c, ${first.join(", ")} FROM cut`;
  }
  const next = values.flatMap(({ name, steps }) =>
    steps[index] ? [`${steps[index]} AS "${name}"`] : [],
  );
  return `SELECT * REPLACE (${next.join(", ")}) FROM read_${index - 1}`;
}

function verdictSql({ source, header }: StageOptions, { skipped, refused }: Reader): string {
  return `CASE WHEN l IS NULL OR (len(c) = 1 AND trim(l) = '') THEN 'blank'
    WHEN c IS NULL OR len(c) <> ${header.width} THEN 'rejected'
    WHEN ${skipped} THEN 'source'
    WHEN ${refused} THEN 'rejected'
    ${source.account ? "WHEN siret IS NULL THEN 'account'" : ""}
    ELSE 'valid' END`;
}

/** After the verdict, so that the join on the perimeter carries neither lines nor cells. */
function perimeterSql({ source, filtered }: StageOptions): string {
  if (!filtered || !source.siren) return "verdict";
  return `CASE WHEN verdict = 'valid' AND ${source.siren} NOT IN (SELECT siren FROM perimeter)
    THEN 'perimeter' ELSE verdict END`;
}

/** Sets aside the valid rows out of the perimeter, for a file read before it was known. */
export async function applyPerimeter(
  connection: DuckDBConnection,
  table: string,
  siren: string,
): Promise<void> {
  await connection.run(`UPDATE ${table} SET status = 'perimeter'
    WHERE status = 'valid' AND ${siren} NOT IN (SELECT siren FROM perimeter)`);
}

/** Rows of a staged file by status. */
export async function countStatuses(connection: DuckDBConnection, table: string): Promise<Counts> {
  const counts: Counts = { valid: 0, rejected: 0, blank: 0, source: 0, account: 0, perimeter: 0 };
  const rows = await queryRows<{ status: Status; rows: string }>(
    connection,
    `SELECT status, count(*) AS rows FROM ${table} GROUP BY status`,
  );
  for (const { status, rows: count } of rows) counts[status] = Number(count);
  return counts;
}

function lineEndings({ file, lines }: StageOptions, found: number): Fatal {
  const name = file.split("/").at(-1);
  return {
    code: "source-error",
    message: `${name} : ${lines} lignes comptées, ${found} lues, les fins de ligne sont incohérentes`,
    remedy: "Réécrire le fichier avec des fins de ligne uniformes (dos2unix, puis tr '\\r' '\\n')",
  };
}
