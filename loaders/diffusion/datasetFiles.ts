import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { DictionaryColumn } from "../../src/lib/dictionary/dictionary.js";
import { csvPath, parquetPath } from "../../src/lib/diffusion/addresses.js";
import type { DatasetFile } from "../../src/lib/diffusion/dataset.js";
import { type DuckDBConnection, literal } from "../duckdb.js";

const compress = promisify(gzip);

/** Byte of a gzip header that names the system it was made on; 255 says nothing (RFC 1952 §2.3.1). */
const SYSTEM = { place: 9, unknown: 255 };

/** Rows in one piece of a Parquet file: a browser reads whole pieces. */
const ROW_GROUP = 61_440;

export interface TableToWrite {
  /** Folder of the batch's open data. */
  folder: string;
  /** Path of its files in the folder, without extension. */
  path: string;
  /** With its header. */
  csv: string | Uint8Array;
  compressed: boolean;
  columns: readonly Pick<DictionaryColumn, "name" | "type">[];
}

/**
 * Writes a table as CSV, then as Parquet read back from that CSV, so that both say the same. Snappy,
 * which readers in a browser know without another library.
 */
export async function writeDatasetFiles(
  connection: DuckDBConnection,
  { folder, path, csv, compressed, columns }: TableToWrite,
): Promise<DatasetFile[]> {
  const csvFile = csvPath(path, compressed);
  const parquetFile = parquetPath(path);
  const bytes = compressed ? await zip(csv) : Buffer.from(csv);
  await writeFile(join(folder, csvFile), bytes);
  const types = columns.map(({ name, type }) => `${literal(name)}: '${SQL_TYPES[type]}'`);
  await connection.run(
    `COPY (FROM read_csv(${literal(join(folder, csvFile))}, auto_detect = false, header = true,
       delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', nullstr = '',
       columns = {${types.join(", ")}}))
     TO ${literal(join(folder, parquetFile))}
       (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${ROW_GROUP})`,
  );
  const parquet = await readFile(join(folder, parquetFile));
  return [
    fileOf(csvFile, "csv", compressed, bytes),
    fileOf(parquetFile, "parquet", false, parquet),
  ];
}

const SQL_TYPES: Readonly<Record<DictionaryColumn["type"], string>> = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "TIMESTAMP",
};

/** The header that zlib writes holds no date: same text, same bytes. */
async function zip(text: string | Uint8Array): Promise<Buffer> {
  const bytes = await compress(text);
  bytes[SYSTEM.place] = SYSTEM.unknown;
  return bytes;
}

function fileOf(
  path: string,
  format: DatasetFile["format"],
  compressed: boolean,
  bytes: Buffer,
): DatasetFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, format, compressed, bytes: bytes.length, sha256 };
}
