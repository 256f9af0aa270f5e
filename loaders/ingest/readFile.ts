import { join } from "node:path";
import { type FaultCode, withCode } from "../../src/lib/faults/faults.js";
import type { DuckDBConnection } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import type { Reader } from "./compile.js";
import type { Extract } from "./extracts.js";
import { type Fatal, fatalText } from "./fatal.js";
import { type Header, isHeader, readHeader } from "./header.js";
import { type Intake, removeCopy, sourceIntake } from "./intake/intake.js";
import { rowNotices } from "./notices/notices.js";
import { otherSource } from "./otherSource.js";
import { countFaults, rejectMessages, rejectsPath, writeRejects } from "./rejects.js";
import { type FileReport, OUTSIDE_PERIMETER } from "./report.js";
import { type Counts, countStatuses, stage } from "./stage.js";

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
  /** Exclusive end of what the batch observes, ISO. */
  dateFin: string;
}

/** A file read into a temporary table, to be reported once its perimeter is applied. */
export interface Reading {
  options: ReadOptions;
  intake: Intake;
  header: Header;
  reader: Reader;
}

/** Reads one extract into a temporary table; a file that cannot be read gives its report at once. */
export async function readFile(
  connection: DuckDBConnection,
  asked: ReadOptions,
): Promise<Reading | FileReport> {
  const { extract, table } = asked;
  const taken = await sourceIntake(extract.path, asked.work, asked.source);
  const { scan: seen, delimiter } = taken;
  const source = { ...asked.source, delimiter };
  const options = { ...asked, source };
  const header = seen.fatal ?? checkHeader(options, seen.header);
  if (!isHeader(header)) {
    await removeCopy(taken, extract.path);
    return failed(options, taken, header);
  }
  const reader = await stage(connection, {
    file: taken.path,
    source,
    header,
    lines: seen.lines,
    table,
    filtered: options.filtered,
    mapped: needsAccounts(source, header),
    unquoted: seen.quoted ? undefined : { blanks: seen.blanks },
  });
  await removeCopy(taken, extract.path);
  return "values" in reader
    ? { options, intake: taken, header, reader }
    : failed(options, taken, reader);
}

/** A file that was not read. */
export function unreadReport(
  name: string,
  source: string | null,
): Omit<FileReport, "sha256" | "bytes"> {
  return {
    file: name,
    source,
    encoding: null,
    compression: null,
    reused: false,
    parsed: 0,
    valid: 0,
    rejected: 0,
    skipped: 0,
    blank: 0,
    fatal: null,
    messages: [],
    rejectsFile: null,
    faults: [],
    refused: [],
    skips: [],
    notices: [],
  };
}

function checkHeader({ extract, source, accounts }: ReadOptions, line: string): Header | Fatal {
  const header = readHeader(extract.name, line, source);
  if (!isHeader(header) && header.code === "missing-label")
    return otherSource(extract.name, line, source) ?? header;
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
  { scan: { sha256, bytes }, encoding, compression, notices }: Intake,
  fatal: Fatal,
): FileReport {
  return {
    ...unreadReport(extract.name, source.name),
    sha256,
    bytes,
    encoding,
    compression,
    notices,
    fatal: fatalText(fatal),
    faults: [{ code: fatal.code, column: null, rows: 0 }],
  };
}

/** Accounts for all the lines of a file, and writes its rejected rows. */
export async function reportFile(
  connection: DuckDBConnection,
  { options, intake: taken, header, reader }: Reading,
): Promise<FileReport> {
  const { extract, source, table, work, dateFin } = options;
  const { scan, encoding, compression } = taken;
  const { sha256, bytes, unended } = scan;
  const counts = await countStatuses(connection, table);
  const { valid, rejected, blank } = counts;
  const skips = skipsOf(source, counts);
  const skipped = counts.source + counts.account + counts.perimeter;
  const rejectsFile = rejected > 0 ? rejectsPath(extract.name) : null;
  const rejects = rejectsFile && join(work, rejectsFile);
  if (rejects) {
    const { width } = header;
    await writeRejects(connection, { table, source, reader, width }, rejects);
  }
  return {
    file: extract.name,
    source: source.name,
    sha256,
    bytes,
    encoding,
    compression,
    reused: false,
    parsed: valid + rejected + skipped,
    valid,
    rejected,
    skipped,
    blank,
    fatal: null,
    messages: rejects ? await rejectMessages(connection, rejects) : [],
    rejectsFile,
    faults: rejects ? await countFaults(connection, rejects) : [],
    refused: header.refused.map(({ label }) => label),
    skips,
    notices: [
      ...taken.notices,
      ...header.notices,
      ...(unended ? [UNENDED] : []),
      ...(await rowNotices(connection, { table, source, reader, counts, dateFin })),
    ],
  };
}

const UNENDED = withCode(
  "la dernière ligne n’a pas de fin de ligne : le fichier est peut-être coupé",
  "truncated-value",
);

function skipsOf({ skip }: Source, counts: Counts): FileReport["skips"] {
  const skips: [string, FaultCode, number][] = [
    ["aucun SIRET connu pour le compte à cette date", "account-without-siret", counts.account],
    [OUTSIDE_PERIMETER, "out-of-perimeter", counts.perimeter],
  ];
  if (skip) skips.unshift([skip.reason, skip.code, counts.source]);
  return skips
    .filter(([, , rows]) => rows > 0)
    .map(([reason, code, rows]) => ({ reason, rows, code }));
}
