import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { compileReader, MONTHS, type Reader } from "./compile.js";
import type { Fatal } from "./fatal.js";
import type { Header } from "./header.js";
import { keptLineSql } from "./redact.js";
import { NEVER } from "./scan.js";
import { plainLineSql, splitSql } from "./split.js";

/** Why a row is kept or not. */
export type Status = "valid" | "rejected" | "blank" | "source" | "account" | "perimeter";

export interface StageOptions {
  file: string;
  source: Source;
  header: Header;
  /** Lines counted when the file was scanned; DuckDB must find as many. */
  lines: number;
  /** Temporary view to create: line, status, raw (rejected rows) and the values. */
  table: string;
  /** Keep the rows of table `perimeter` only. */
  filtered: boolean;
  /** Find the SIRET of the account in table `accounts`. */
  mapped: boolean;
}

export type Counts = Record<Status, number>;

/**
 * Reads a file once into temporary rows where every line has its status. Lines are read whole, one
 * text each, so that none is lost; cells and values are taken out in SQL as they pass. The rows stay
 * in memory, and go to the temporary folder of the database beyond its limit.
 */
export async function stage(
  connection: DuckDBConnection,
  options: StageOptions,
): Promise<Reader | Fatal> {
  const reader = compileReader(options.source, options.header);
  const rows = rowsOf(options.table);
  if (isFiltered(options)) await makeMembers(connection);
  await connection.run(`CREATE TEMP TABLE ${rows} AS ${stageSql(options, reader)}`);
  await connection.run(`CREATE TEMP VIEW ${options.table} AS ${viewSql(rows, reader)}`);
  const [read] = await queryRows<{ lines: string }>(
    connection,
    `SELECT count(*) AS lines FROM ${rows}`,
  );
  const lines = Number(read!.lines) + HEADER_LINES;
  if (lines === options.lines) return reader;
  await dropStaged(connection, options.table);
  return lineEndings(options, lines);
}

const HEADER_LINES = 1;

/** Table of the rows in the order of the file, under the view. */
const rowsOf = (table: string): string => `${table}_rows`;

/** Drops what {@link stage} created. */
export async function dropStaged(connection: DuckDBConnection, table: string): Promise<void> {
  await connection.run(`DROP VIEW ${table}`);
  await connection.run(`DROP TABLE ${rowsOf(table)}`);
}

/** Rows with their number and, for a wide file, the months that have a value with that value. */
function viewSql(rows: string, { periods }: Reader): string {
  const numbered = `SELECT rowid + 1 AS line, * FROM ${rows}`;
  if (!periods) return numbered;
  return `SELECT *, ${periods} AS periods,
      list_filter(list_transform(${MONTHS}, lambda value, month: struct_pack(
        periode := list_extract(${periods}, month), value := value)),
        lambda tuple: tuple.value IS NOT NULL) AS months
    FROM (${numbered})`;
}

function linesSql(file: string): string {
  const never = literal(String.fromCharCode(NEVER));
  return `SELECT l FROM read_csv(${literal(file)}, header = false, skip = ${HEADER_LINES},
    auto_detect = false, columns = {'l': 'VARCHAR'}, delim = ${never}, quote = '', escape = '',
    comment = '', strict_mode = false)`;
}

/** Nothing may change the order of the rows, which is that of the file: `rowid` is their number. */
function stageSql(options: StageOptions, reader: Reader): string {
  const { source, file } = options;
  const names = reader.values.map(({ name }) => `"${name}"`);
  const notices = reader.notices.map(({ sql }, index) => `${sql} AS notice_${index}`);
  const steps = Math.max(...reader.values.map((value) => value.steps.length));
  const read = Array.from({ length: steps }, (_, index) => stepSql(reader, index));
  const account = options.mapped && source.account;
  const lines = `SELECT l, ${plainLineSql("l", source)} AS plain FROM (${linesSql(file)})`;
  return `WITH cut AS (SELECT l, ${splitSql("l", source, "plain")} AS c,
      regexp_full_match(plain, ${literal(reader.shape)}) AS shaped FROM (${lines})),
    ${read.map((sql, index) => `read_${index} AS (${sql})`).join(", ")},
    located AS (${account ? locatedSql(account, `read_${steps - 1}`) : `SELECT * FROM read_${steps - 1}`}),
    judged AS (SELECT ${verdictSql(options, reader)} AS verdict,
      CASE WHEN verdict = 'rejected' THEN ${keptLineSql(source, options.header)} END AS raw,
      ${[...names, ...notices].join(", ")} FROM located)
    SELECT ${perimeterSql(options)} AS status, * EXCLUDE (verdict) FROM judged`;
}

/**
 * A row finds the establishment whose account closes first after its date; spans that do not overlap
 * make it a plain join, where an ASOF one sorts account by account. Joins lose the order of the
 * rows: they are numbered before, and put back in order after.
 */
function locatedSql({ number, date }: NonNullable<Source["account"]>, read: string): string {
  return `SELECT cells.* REPLACE (accounts.siret AS siret)
    FROM (SELECT *, row_number() OVER () AS number FROM ${read}) AS cells
    LEFT JOIN (SELECT compte, siret, fermeture, lag(fermeture, 1, DATE '-infinity') OVER (
        PARTITION BY compte ORDER BY fermeture) AS ouverture FROM accounts) AS accounts
      ON cells.${number} = accounts.compte AND ${date} < accounts.fermeture
        AND ${date} >= accounts.ouverture
    ORDER BY cells.number`;
}

function stepSql({ values }: Reader, index: number): string {
  if (index === 0) {
    const first = values.map(({ name, steps }) => `${steps[0]} AS "${name}"`);
    return `SELECT l, c, shaped, ${first.join(", ")} FROM cut`;
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

const isFiltered = ({ source, filtered }: StageOptions): boolean => filtered && !!source.siren;

/** Type of the SIREN of the perimeter: a cast looks one up as a join would, but keeps the order. */
const MEMBERS = "perimeter_siren";

/** Makes the type from table `perimeter`, once; several connections then read it. */
export async function makeMembers(connection: DuckDBConnection): Promise<void> {
  const [known] = await queryRows<{ types: string }>(
    connection,
    `SELECT count(*) AS types FROM duckdb_types() WHERE type_name = '${MEMBERS}'`,
  );
  if (Number(known!.types) > 0) return;
  await connection.run(`CREATE TYPE ${MEMBERS} AS ENUM (
    SELECT siren FROM perimeter WHERE siren IS NOT NULL ORDER BY siren)`);
}

function perimeterSql(options: StageOptions): string {
  const { siren } = options.source;
  if (!isFiltered(options)) return "verdict";
  return `CASE WHEN verdict = 'valid' AND ${siren} IS NOT NULL AND try_cast(${siren} AS ${MEMBERS}) IS NULL
    THEN 'perimeter' ELSE verdict END`;
}

/** Sets aside the valid rows out of the perimeter, for a file read before it was known. */
export async function applyPerimeter(
  connection: DuckDBConnection,
  table: string,
  siren: string,
): Promise<void> {
  await connection.run(`UPDATE ${rowsOf(table)} SET status = 'perimeter'
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
    code: "line-count",
    message: `${name} : ${lines} lignes comptées, ${found} lues, les fins de ligne sont incohérentes`,
    remedy: "Réécrire le fichier avec des fins de ligne uniformes (dos2unix, puis tr '\\r' '\\n')",
  };
}
