import { dirname, join } from "node:path";
import { maskIdentifiers, maskValues, shapeOf } from "../../src/lib/shape.js";
import type { ImportedFile, ImportFault, ImportsTable } from "../../src/lib/tables.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { type Manifest, readManifest } from "../ingest/manifest.js";
import { versionFolder } from "../ingest/publish.js";
import { isSource, labelOf } from "./sourceTitle.js";

type FileEntry = Manifest["files"][number];

/** Batches shown in the history. */
const BATCHES = 12;

/** Manifests of the snapshots before one, latest first, along the links they keep to each other. */
export async function pastManifests(snapshot: string, manifest: Manifest): Promise<Manifest[]> {
  const past: Manifest[] = [];
  for (let { previous } = manifest; previous && past.length + 1 < BATCHES; ) {
    const folder = versionFolder(dirname(snapshot), previous.batch, previous.print);
    const before = await readManifest(folder).catch(() => undefined);
    if (!before) break;
    past.push(before);
    previous = before.previous;
  }
  return past;
}

/** Shapes shown for one fault: enough to recognise a format. */
const SHAPES = 3;

/** Values looked at to find them; the shapes of the others are those of the same producer’s mistake. */
const VALUES = 1000;

/**
 * The import of a batch for the page of imports: counts, faults with the shapes of their values,
 * alerts and changes. `past` holds the manifests of the batches before, latest first.
 */
export async function importsTable(
  connection: DuckDBConnection,
  snapshot: string,
  manifest: Manifest,
  past: readonly Manifest[],
): Promise<ImportsTable> {
  const faults: ImportFault[] = [];
  for (const file of manifest.files) faults.push(...(await faultsOf(connection, snapshot, file)));
  return {
    previous: past[0]?.batch ?? null,
    files: manifest.files.map((file) => importedFile(file, past[0])),
    faults,
    absent: manifest.absent.map(({ source, retired, effect }) => ({
      label: labelOf(source),
      retired,
      effect,
    })),
    alerts: manifest.alerts.map(({ id, table, measure, message, accepted }) => ({
      id,
      label: labelOf(table),
      message: maskValues(measure === "scale" ? withoutFigures(message) : message),
      accepted: accepted === null ? null : maskIdentifiers(accepted),
    })),
    changes: manifest.changes
      .filter(({ table }) => isSource(table))
      .map((change) => ({ ...change, label: labelOf(change.table) })),
    history: [...past].reverse().concat(manifest).map(summary),
  };
}

/** Medians of amounts are those of some company: what is between brackets is left out. */
function withoutFigures(message: string): string {
  return message.replace(/ \([^)]*\)/, "");
}

function importedFile(file: FileEntry, before: Manifest | undefined): ImportedFile {
  const { source, encoding, compression, bytes, sha256 } = file;
  const { parsed, valid, rejected, skipped, blank, fatal, skips, notices, refused } = file;
  return {
    file: file.file,
    source,
    label: source ? labelOf(source) : "Fichier non reconnu",
    encoding,
    compression,
    bytes,
    sha256,
    parsed,
    valid,
    rejected,
    skipped,
    blank,
    rejectedBefore: rejectedShare(before?.files.filter((past) => past.source === source) ?? []),
    fatal: fatal === null ? null : maskIdentifiers(fatal),
    skips,
    notices: notices.map(maskValues),
    refused,
  };
}

function rejectedShare(files: readonly FileEntry[]): number | null {
  const parsed = sum(files, "parsed");
  return parsed === 0 ? null : sum(files, "rejected") / parsed;
}

function sum(files: readonly FileEntry[], count: "parsed" | "rejected"): number {
  return files.reduce((total, file) => total + file[count], 0);
}

function summary({ batch, files }: Manifest): ImportsTable["history"][number] {
  return {
    batch,
    files: files.length,
    parsed: sum(files, "parsed"),
    rejected: sum(files, "rejected"),
  };
}

async function faultsOf(
  connection: DuckDBConnection,
  snapshot: string,
  { file, faults, rejectsFile }: FileEntry,
): Promise<ImportFault[]> {
  if (!rejectsFile) return [];
  const shapes = await readShapes(connection, join(snapshot, rejectsFile));
  return faults.map(({ code, column, rows }) => ({
    file,
    code,
    column,
    rows,
    shapes: shapes.get(faultKey(code, column)) ?? [],
  }));
}

const faultKey = (code: string, column: string | null): string => `${code}|${column ?? ""}`;

/** The values are turned into shapes here, before anything is written. */
async function readShapes(
  connection: DuckDBConnection,
  file: string,
): Promise<Map<string, string[]>> {
  const rows = await queryRows<{ code: string; column: string | null; value: string }>(
    connection,
    `SELECT code, "column", value FROM read_parquet(${literal(file)}) WHERE value IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY code, "column" ORDER BY line) <= ${VALUES}
      ORDER BY line`,
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { code, column, value } of rows) {
    const key = faultKey(code, column);
    const shapes = counts.get(key) ?? new Map<string, number>();
    const shape = shapeOf(value);
    counts.set(key, shapes.set(shape, (shapes.get(shape) ?? 0) + 1));
  }
  return new Map([...counts].map(([key, shapes]) => [key, mostFrequent(shapes)]));
}

/** Ties keep the order of the lines. */
function mostFrequent(shapes: ReadonlyMap<string, number>): string[] {
  const sorted = [...shapes].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, SHAPES).map(([shape]) => shape);
}
