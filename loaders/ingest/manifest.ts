import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import type {
  Absence,
  Alert,
  FileReport,
  PerimeterReport,
  TableChange,
  TableReport,
} from "./report.js";

/** How far a source goes. */
export interface SourceFreshness {
  source: string;
  /** Last day or first day of the last month covered, ISO; null when the source is absent. */
  date: string | null;
  /** How it was computed, in French. */
  rule: string;
}

export interface Attachment {
  /** Relative to the snapshot. */
  file: string;
  sha256: string;
}

/** What a snapshot was made from: no clock, no absolute path, so that same extracts give same bytes. */
export interface Manifest {
  batch: string;
  /** Exclusive end of what the batch observes, ISO. */
  dateFin: string;
  /** The extracts were written by `vigie demo`. */
  fictitious: boolean;
  complete: boolean;
  perimeter: PerimeterReport;
  /** `reused` is left out: a snapshot is the same whether its files were read again or not. */
  files: (Omit<FileReport, "messages" | "reused"> & {
    /** Number of messages, the rejects file holding them all. */
    messages: number;
  })[];
  tables: TableReport[];
  /** The other files of the folder: rejected rows, profile. */
  attachments: Attachment[];
  /** The snapshot that changes are counted from and that flows are added to. */
  previous: { batch: string; print: string } | null;
  changes: TableChange[];
  absent: Absence[];
  alerts: Alert[];
  freshness: SourceFreshness[];
}

/** Name of the file in a snapshot. */
export const MANIFEST = "manifest.json";

/** Manifest of a snapshot folder; `VigieError` with code `snapshot-missing` when there is none. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, MANIFEST), "utf8").catch(() => undefined);
  if (text === undefined)
    throw new VigieError(
      "snapshot-missing",
      `l’instantané ${directory} est introuvable`,
      "Lancer d’abord « vigie ingest » pour ce lot",
      2,
    );
  return JSON.parse(text) as Manifest;
}

/** Writes the manifest and returns its text. */
export async function writeManifest(directory: string, manifest: Manifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(directory, MANIFEST), text);
  return text;
}
