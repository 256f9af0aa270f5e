import { constants, existsSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { API } from "../../loaders/tables/api/apiFiles.js";
import { readDiffusion } from "../../src/data/diffusion.js";
import { isBatchKey } from "../../src/lib/batch.js";
import { DIFFUSION, LATEST } from "../../src/lib/diffusion/addresses.js";
import { placeFile } from "./placeFile.js";

/** Puts the table of the open data where its data loader would put it. */
export async function placeDiffusionTable(
  pages: string,
  tables: string,
  served: boolean,
): Promise<void> {
  const file = join(pages, ".observablehq", "cache", "data", "diffusion.json");
  await placeFile(file, JSON.stringify(readDiffusion(tables, served)));
}

/**
 * Copies the open data to the site: those of its batch at `diffusion/<batch>` and `diffusion/latest`,
 * those of every earlier batch beside its tables at their own address, which must not die.
 */
export async function copyDiffusion(tables: string, batch: string, site: string): Promise<void> {
  const own = join(tables, DIFFUSION);
  if (!existsSync(own)) return;
  for (const address of [batch, LATEST]) await copy(own, join(site, DIFFUSION, address));
  const batches = dirname(tables);
  for (const key of (await readdir(batches)).filter(isBatchKey).sort()) {
    const earlier = join(batches, key, DIFFUSION);
    if (key < batch && existsSync(earlier)) await copy(earlier, join(site, DIFFUSION, key));
  }
}

/** Copies the static API of the batch to the root of the site. */
export async function copyApi(tables: string, site: string): Promise<void> {
  const own = join(tables, API);
  if (existsSync(own)) await copy(own, join(site, API));
}

/** Shares the blocks of the disk where the file system can. */
async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
}
