import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type { DuckDBConnection } from "../duckdb.js";
import type { Manifest } from "./manifest.js";
import { type Reject, readRejects } from "./rejects.js";
import type { FaultCount } from "./report.js";

/** Which rejected rows to read; all of them without a choice. */
export interface RejectChoice {
  source?: string | undefined;
  file?: string | undefined;
  code?: string | undefined;
}

/** A row of a rejects file, with the file it was rejected from. */
export interface FileReject extends Reject {
  file: string;
}

/** A fault of a file: its rows, none when the file was not read at all. */
export interface FileFault extends FaultCount {
  file: string;
  source: string | null;
}

type FileEntry = Manifest["files"][number];

/**
 * Files of a batch that match a choice, by name. Throws `unknown-source` and `unknown-file`, which
 * name those there are.
 */
export function chosenFiles(
  { batch, files }: Manifest,
  { source, file }: RejectChoice,
): FileEntry[] {
  const sources = [...new Set(files.flatMap((entry) => entry.source ?? []))].sort();
  if (source !== undefined && !sources.includes(source))
    throw unknown("unknown-source", `aucune source « ${source} »`, batch, sources);
  const names = files.map((entry) => entry.file);
  if (file !== undefined && !names.includes(file))
    throw unknown("unknown-file", `aucun fichier « ${file} »`, batch, names);
  return files.filter(
    (entry) =>
      (source === undefined || entry.source === source) &&
      (file === undefined || entry.file === file),
  );
}

function unknown(code: string, what: string, batch: string, known: readonly string[]): VigieError {
  return new VigieError(
    code,
    `${what} dans le lot ${batch}`,
    `Choisir parmi : ${known.join(", ")}`,
    2,
  );
}

/** Faults of files, those of one code or all, the most frequent first within each file. */
export function faultsOfFiles(files: readonly FileEntry[], code?: string): FileFault[] {
  return files.flatMap(({ file, source, faults }) =>
    faults
      .filter((fault) => code === undefined || fault.code === code)
      .map((fault) => ({ file, source, ...fault })),
  );
}

/** First rejected rows of files, in the order of the files and of their lines. */
export async function rejectsOfFiles(
  connection: DuckDBConnection,
  snapshot: string,
  files: readonly FileEntry[],
  { code, limit }: { code?: string | undefined; limit?: number | undefined },
): Promise<FileReject[]> {
  const rejects: FileReject[] = [];
  for (const { file, rejectsFile } of files) {
    if (!rejectsFile || rejects.length === limit) continue;
    const rest = limit === undefined ? undefined : limit - rejects.length;
    const rows = await readRejects(connection, join(snapshot, rejectsFile), { code, limit: rest });
    rejects.push(...rows.map((row) => ({ file, ...row })));
  }
  return rejects;
}
