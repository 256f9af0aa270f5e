import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { IngestReport } from "../../../loaders/ingest/report.js";
import { type BatchFolder, COTISATION } from "../ingest/batchFolder.js";

export const DUES = "sigfaible_cotisdues.csv";

/** A line of dues: account 77 in July unless told. */
export const dues = (compte: string, paid: number, period = "202631"): string =>
  `1;14;11111111111111;${compte};${period};1;${paid};20`;

/** Files of a batch by name; the others are taken away. */
export async function ingestOnly(
  folder: BatchFolder,
  batch: string,
  files: Readonly<Record<string, readonly string[]>>,
  code?: string,
): Promise<IngestReport> {
  for (const name of put.get(folder) ?? []) await rm(join(folder.extracts, name), { force: true });
  put.set(folder, Object.keys(files));
  for (const [name, lines] of Object.entries(files)) await folder.put(name, lines);
  return folder.ingest({ batch, ...(code ? { code } : {}) });
}

const put = new WeakMap<BatchFolder, string[]>();

export const duesFile = (...lines: string[]): string[] => [COTISATION, ...lines];
