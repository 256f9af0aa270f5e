import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parquetPath, seriesPath } from "../../src/lib/diffusion/addresses.js";
import type { Journal } from "../../src/lib/diffusion/journal.js";

/** The open data of the batch before. */
export interface FormerBatch {
  journal: Journal;
  /** Parquet file of an indicator, when the batch has it. */
  fileOf(indicator: string): string | undefined;
}

/** The former batch's open data; undefined without a folder, or when nothing was published there. */
export async function readFormerBatch(
  folder: string | undefined,
): Promise<FormerBatch | undefined> {
  if (!folder || !existsSync(join(folder, "journal.json"))) return undefined;
  const journal = JSON.parse(await readFile(join(folder, "journal.json"), "utf8")) as Journal;
  return {
    journal,
    fileOf(indicator) {
      const file = join(folder, parquetPath(seriesPath(indicator)));
      return existsSync(file) ? file : undefined;
    },
  };
}
