import { join } from "node:path";
import { type DuckDBConnection, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import type { Reader } from "./compile.js";
import type { Extract } from "./extracts.js";
import { type Fatal, fatalText } from "./fatal.js";
import { type Header, isHeader, readHeader } from "./header.js";
import { rejectMessages, writeRejects } from "./rejects.js";
import type { FileReport } from "./report.js";
import { type Scan, scan } from "./scan.js";
import { countStatuses, stage } from "./stage.js";

export interface ReadOptions {
  extract: Extract;
  source: Source;
  /** Temporary table to create. */
  table: string;
  /** Folder of the snapshot being built. */
  work: string;
  filtered: boolean;
  /** Table `accounts` exists. */
  accounts: boolean;
}

/** A file read into a temporary table, to be reported once its perimeter is applied. */
export interface Reading {
  options: ReadOptions;
  scan: Scan;
  header: Header;
  reader: Reader;
}

/** Reads one extract into a temporary table; a file that cannot be read gives its report at once. */
export async function readFile(
  connection: DuckDBConnection,
  options: ReadOptions,
): Promise<Reading | FileReport> {
  const { extract, source, table } = options;
  const seen = await scan(extract.path);
  const header = seen.fatal ?? checkHeader(options, seen.header);
  if (!isHeader(header)) return failed(options, seen, header);
  const reader = await stage(connection, {
    file: extract.path,
    source,
    header,
    lines: seen.lines,
    table,
    filtered: options.filtered,
    mapped: needsAccounts(source, header),
  });
  return "values" in reader
    ? { options, scan: seen, header, reader }
    : failed(options, seen, reader);
}

/** A file that was not read. */
export function unreadReport(
  name: string,
  source: string | null,
): Omit<FileReport, "sha256" | "bytes"> {
  return {
    file: name,
    source,
    parsed: 0,
    valid: 0,
    rejected: 0,
    skipped: 0,
    blank: 0,
    fatal: null,
    messages: [],
    rejectsFile: null,
    skips: [],
    notices: [],
  };
}

function checkHeader({ extract, source, accounts }: ReadOptions, line: string): Header | Fatal {
  const header = readHeader(extract.name, line, source);
  if (isHeader(header) && needsAccounts(source, header) && !accounts)
    return {
      code: "missing-label",
      message: `${extract.name} : colonne absente de l’en-tête : « siret », et aucune correspondance des comptes pour la remplacer`,
      remedy:
        "Ajouter sigfaible_etablissement_utf8.csv, que la génération de fichiers sans SIRET exige",
    };
  return header;
}

function needsAccounts({ account }: Source, { columns }: Header): boolean {
  return account !== undefined && !columns.find(({ key }) => key === "siret")?.position;
}

function failed(
  { extract, source }: ReadOptions,
  { sha256, bytes }: Scan,
  fatal: Fatal,
): FileReport {
  return { ...unreadReport(extract.name, source.name), sha256, bytes, fatal: fatalText(fatal) };
}

/** Accounts for all the lines of a file, and writes its rejected rows. */
export async function reportFile(
  connection: DuckDBConnection,
  { options: { extract, source, table, work }, scan: { sha256, bytes }, header, reader }: Reading,
): Promise<FileReport> {
  const counts = await countStatuses(connection, table);
  const { valid, rejected, blank } = counts;
  const skips = [
    { reason: source.skip?.reason ?? "", rows: counts.source },
    { reason: "aucun SIRET connu pour le compte à cette date", rows: counts.account },
    { reason: "hors du périmètre", rows: counts.perimeter },
  ].filter(({ rows }) => rows > 0);
  const skipped = counts.source + counts.account + counts.perimeter;
  const rejectsFile = rejected > 0 ? `rejects/${extract.name.replace(/\.gz$/i, "")}` : null;
  const refused = { table, source, reader, width: header.width };
  if (rejectsFile) await writeRejects(connection, refused, join(work, rejectsFile));
  return {
    file: extract.name,
    source: source.name,
    sha256,
    bytes,
    parsed: valid + rejected + skipped,
    valid,
    rejected,
    skipped,
    blank,
    fatal: null,
    messages: rejectsFile ? await rejectMessages(connection, refused) : [],
    rejectsFile,
    skips,
    notices: [
      ...extraNotice(header),
      ...(await lenientNotices(connection, table, reader)),
      ...(await keyNotices(connection, table, source)),
    ],
  };
}

function extraNotice({ extra }: Header): string[] {
  if (extra.length === 0) return [];
  const names = extra.map((label) => `« ${label} »`).join(", ");
  return [`colonnes inconnues, ignorées : ${names}`];
}

async function lenientNotices(
  connection: DuckDBConnection,
  table: string,
  { notices }: Reader,
): Promise<string[]> {
  if (notices.length === 0) return [];
  const counts = notices.map((_, index) => `count_if(notice_${index}) AS notice_${index}`);
  const [row] = await queryRows<Record<string, string>>(
    connection,
    `SELECT ${counts.join(", ")} FROM ${table} WHERE status = 'valid'`,
  );
  return notices.flatMap(({ label }, index) => {
    const count = Number(row![`notice_${index}`]);
    if (count === 0) return [];
    const many = count > 1 ? "s" : "";
    return [`${label} : ${count} valeur${many} illisible${many}, laissée${many} vide${many}`];
  });
}

/** Control keys of SIREN that are wrong: a sign of scrambled data, never a reason to reject (§1.1). */
async function keyNotices(
  connection: DuckDBConnection,
  table: string,
  source: Source,
): Promise<string[]> {
  const siren = source.siren ?? (source.schema.shape.siren ? "siren" : undefined);
  if (!siren) return [];
  const [row] = await queryRows<{ wrong: string }>(
    connection,
    `SELECT count(*) AS wrong FROM (SELECT DISTINCT ${siren} AS siren FROM ${table}
      WHERE status = 'valid') WHERE NOT ${luhnSql("siren", 9)}`,
  );
  const wrong = Number(row!.wrong);
  return wrong > 0 ? [`${wrong} SIREN dont la clé de contrôle (Luhn) est fausse, gardés`] : [];
}

/** SQL: the number of `length` digits checks Luhn's formula (ISO/IEC 7812-1, annexe B). */
function luhnSql(number: string, length: number): string {
  const digits = Array.from({ length }, (_, index) => {
    const digit = `substr(${number}, ${index + 1}, 1)::INTEGER`;
    return (length - index) % 2 === 1 ? digit : `(2 * ${digit}) // 10 + (2 * ${digit}) % 10`;
  });
  return `(${digits.join(" + ")}) % 10 = 0`;
}
