import { type DuckDBConnection, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { type Cells, columned, listed } from "./cells.js";
import { compileReader, MONTHS, type Reader } from "./compile.js";
import { byColumn, byLine, type Cut, type CutOptions, HEADER_LINES } from "./cut.js";
import type { Fatal } from "./fatal.js";
import { lineNumberSql } from "./lineNumber.js";

/** Why a row is kept or not. */
export type Status = "valid" | "rejected" | "blank" | "source" | "account" | "perimeter";

export interface StageOptions extends CutOptions {
  /** Lines counted when the file was scanned; DuckDB must find as many. */
  lines: number;
  /** Temporary view to create: line, status, raw (rejected rows) and the values. */
  table: string;
  /** Keep the rows of table `perimeter` only. */
  filtered: boolean;
  /** Find the SIRET of the account in table `accounts`. */
  mapped: boolean;
  /** Known of a file that has no quote at all: where its blank lines are. */
  unquoted?: { blanks: readonly number[] } | undefined;
}

export type Counts = Record<Status, number>;

/**
 * Reads a file into temporary rows where every line has its status, and the rejected ones their text.
 * The rows stay in memory, and go to the temporary folder of the database beyond its limit.
 *
 * Without quotes DuckDB itself cuts the cells; the blank lines it leaves out are put back. Otherwise,
 * and where it would lose a part of a line (of many more cells than labels), lines are read whole, one
 * text each, and cells are taken out in SQL as they pass.
 */
export async function stage(
  connection: DuckDBConnection,
  options: StageOptions,
): Promise<Reader | Fatal> {
  if (isFiltered(options)) await makeMembers(connection);
  const blanks = blanksOf(options);
  if (blanks) {
    const reader = compileReader(options.source, options.header, columned);
    const { lines, whole } = await fill(connection, options, reader, columned);
    if (lines + blanks.length === options.lines && whole) {
      await putBack(connection, options.table, blanks);
      await createView(connection, options.table, reader, blanks);
      return reader;
    }
    await connection.run(`DROP TABLE ${rowsOf(options.table)}`);
  }
  const reader = compileReader(options.source, options.header);
  const { lines } = await fill(connection, options, reader, listed);
  if (lines !== options.lines) {
    await connection.run(`DROP TABLE ${rowsOf(options.table)}`);
    return lineEndings(options, lines);
  }
  await createView(connection, options.table, reader, []);
  return reader;
}

/** Beyond, telling the line of a row would take longer than reading the lines whole. */
const MOST_BLANKS = 1000;

/**
 * Blank lines of a file whose cells DuckDB cuts; undefined for another. A line of one cell is blank or
 * not, which DuckDB does not tell, and wide cells are read as one list.
 */
function blanksOf({ unquoted, source, header }: StageOptions): readonly number[] | undefined {
  if (!unquoted || unquoted.blanks.length > MOST_BLANKS) return undefined;
  return source.wide || source.refused || header.width === 1 ? undefined : unquoted.blanks;
}

/** Creates the rows; gives the lines read, and whether each rejected one has its text. */
async function fill(
  connection: DuckDBConnection,
  options: StageOptions,
  reader: Reader,
  cells: Cells,
): Promise<{ lines: number; whole: boolean }> {
  const rows = rowsOf(options.table);
  await connection.run(`CREATE TEMP TABLE ${rows} AS ${stageSql(options, reader, cells)}`);
  const [read] = await queryRows<{ lines: string; cut: string }>(
    connection,
    `SELECT count(*) AS lines, count_if(status = 'rejected' AND raw IS NULL) AS cut FROM ${rows}`,
  );
  return { lines: Number(read!.lines) + HEADER_LINES, whole: Number(read!.cut) === 0 };
}

/** Adds blank lines after all the others. */
async function putBack(
  connection: DuckDBConnection,
  table: string,
  { length }: readonly number[],
): Promise<void> {
  if (length === 0) return;
  await connection.run(
    `INSERT INTO ${rowsOf(table)} BY NAME SELECT 'blank' AS status FROM range(${length})`,
  );
}

async function createView(
  connection: DuckDBConnection,
  table: string,
  reader: Reader,
  blanks: readonly number[],
): Promise<void> {
  const rows = rowsOf(table);
  const [all] = await queryRows<{ rows: string }>(
    connection,
    `SELECT count(*) AS rows FROM ${rows}`,
  );
  const line = lineNumberSql("rowid", Number(all!.rows) - blanks.length, blanks);
  await connection.run(`CREATE TEMP VIEW ${table} AS ${viewSql(rows, line, reader)}`);
}

/** Table of the rows in the order of the file, under the view. */
const rowsOf = (table: string): string => `${table}_rows`;

/** Drops what {@link stage} created. */
export async function dropStaged(connection: DuckDBConnection, table: string): Promise<void> {
  await connection.run(`DROP VIEW ${table}`);
  await connection.run(`DROP TABLE ${rowsOf(table)}`);
}

/** Rows with their number and, for a wide file, the months that have a value with that value. */
function viewSql(rows: string, line: string, { periods }: Reader): string {
  const numbered = `SELECT ${line} AS line, * FROM ${rows}`;
  if (!periods) return numbered;
  return `SELECT *, ${periods} AS periods,
      list_filter(list_transform(${MONTHS}, lambda value, month: struct_pack(
        periode := list_extract(${periods}, month), value := value)),
        lambda tuple: tuple.value IS NOT NULL) AS months
    FROM (${numbered})`;
}

/** Nothing may change the order of the rows, which is that of the file: `rowid` is their number. */
function stageSql(options: StageOptions, reader: Reader, cells: Cells): string {
  const { source } = options;
  const names = reader.values.map(({ name }) => `"${name}"`);
  const notices = reader.notices.map(({ sql }, index) => `${sql} AS notice_${index}`);
  const steps = Math.max(...reader.values.map((value) => value.steps.length));
  const { cut, carried, ...sql } = cells === columned ? byColumn(options) : byLine(options);
  const read = Array.from({ length: steps }, (_, index) => stepSql(reader, carried, index));
  const account = options.mapped && source.account;
  return `WITH cut AS (SELECT *, ${reader.shaped} AS shaped FROM (${cut})),
    ${read.map((step, index) => `read_${index} AS (${step})`).join(", ")},
    located AS (${account ? locatedSql(account, `read_${steps - 1}`) : `SELECT * FROM read_${steps - 1}`}),
    judged AS (SELECT ${verdictSql(sql, source, reader)} AS verdict,
      CASE WHEN verdict = 'rejected' THEN ${sql.raw} END AS raw,
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

function stepSql({ values }: Reader, carried: string, index: number): string {
  if (index === 0) {
    const first = values.map(({ name, steps }) => `${steps[0]} AS "${name}"`);
    return `SELECT ${carried}, shaped, ${first.join(", ")} FROM cut`;
  }
  const next = values.flatMap(({ name, steps }) =>
    steps[index] ? [`${steps[index]} AS "${name}"`] : [],
  );
  return `SELECT * REPLACE (${next.join(", ")}) FROM read_${index - 1}`;
}

function verdictSql(
  { blank, torn }: Pick<Cut, "blank" | "torn">,
  { account }: Source,
  { skipped, refused }: Reader,
): string {
  return `CASE WHEN ${blank} THEN 'blank'
    WHEN ${torn} THEN 'rejected'
    WHEN ${skipped} THEN 'source'
    WHEN ${refused} THEN 'rejected'
    ${account ? "WHEN siret IS NULL THEN 'account'" : ""}
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
