import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isBatchKey } from "../lib/batch.js";
import { VigieError } from "../lib/error.js";

/**
 * Folder of the page tables that the site shows: `VIGIE_TABLES`, else `data/tables/<VIGIE_BATCH>`,
 * else the latest batch in `data/tables`. Throws a VigieError when there is none.
 */
export function tablesFolder(
  { VIGIE_TABLES, VIGIE_BATCH }: NodeJS.ProcessEnv = process.env,
  root = "data/tables",
): string {
  if (VIGIE_TABLES) return VIGIE_TABLES;
  const batch = VIGIE_BATCH ?? latestBatch(root);
  if (batch) return join(root, batch);
  throw new VigieError(
    "missing-tables",
    `aucune table publiée dans ${root}`,
    "Lancez « npx vigie run », qui les calcule à partir des extractions.",
    2,
  );
}

/** The order of batch keys is the order of time. */
function latestBatch(root: string): string | undefined {
  if (!existsSync(root)) return undefined;
  return readdirSync(root).filter(isBatchKey).sort().at(-1);
}

/**
 * Bytes of one page table, once it is sure that they are a JSON object that is not empty. Throws a
 * VigieError that names the file when they are not.
 */
export function readTableText(file: string, folder = tablesFolder()): string {
  const path = join(folder, file);
  if (!existsSync(path)) throw unusable(path, "n’existe pas");
  const text = readFileSync(path, "utf8");
  if (!isFilledObject(text)) throw unusable(path, "n’est pas un objet JSON complet");
  return text;
}

/** One page table, parsed. */
export function readTable<T>(file: string, folder = tablesFolder()): T {
  return JSON.parse(readTableText(file, folder)) as T;
}

/** What a data loader does: prints a page table. */
export function printTable(file: string): void {
  process.stdout.write(readTableText(file));
}

function isFilledObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}

function unusable(path: string, why: string): VigieError {
  return new VigieError(
    "unusable-table",
    `la table publiée ${path} ${why}`,
    "Relancez « npx vigie run » pour la recalculer.",
  );
}
