import type { DuckDBConnection } from "../../duckdb.js";
import type { Source } from "../../sources/source.js";
import type { Reader } from "../compile.js";
import type { Counts } from "../stage.js";
import { communeNotices } from "./communeNotices.js";
import { identifierNotices } from "./identifierNotices.js";
import { keyNotices } from "./keyNotices.js";
import { countLines, noticed } from "./noticed.js";
import { periodNotices } from "./periodNotices.js";
import { valueNotices } from "./valueNotices.js";

/** A file read into a table, before its report. */
export interface StagedFile {
  table: string;
  source: Source;
  reader: Reader;
  counts: Counts;
  /** Exclusive end of what the batch observes, ISO. */
  dateFin: string;
}

/** What is odd in the rows of a file and rejects none of them, in French, each with its code. */
export async function rowNotices(
  connection: DuckDBConnection,
  { table, source, reader, counts, dateFin }: StagedFile,
): Promise<string[]> {
  const ofFile = [...emptyNotice(counts), ...(await blankNotice(connection, table, counts))];
  if (counts.valid === 0) return ofFile;
  return [
    ...ofFile,
    ...(await valueNotices(connection, table, reader)),
    ...(await identifierNotices(connection, table, source)),
    ...(await communeNotices(connection, table, source)),
    ...(await periodNotices(connection, table, source, dateFin)),
    ...(await keyNotices(connection, table, source)),
  ];
}

function emptyNotice(counts: Counts): string[] {
  const { blank, ...lines } = counts;
  if (Object.values(lines).some((count) => count > 0)) return [];
  return ["aucune ligne sous l’en-tête [table-dimensions]"];
}

async function blankNotice(
  connection: DuckDBConnection,
  table: string,
  { blank }: Counts,
): Promise<string[]> {
  if (blank === 0) return [];
  return noticed({
    code: "blank-row",
    ...(await countLines(connection, `SELECT line FROM ${table} WHERE status = 'blank'`)),
    one: "ligne vide",
    many: "lignes vides",
  });
}
