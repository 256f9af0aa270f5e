import { existsSync } from "node:fs";
import { join } from "node:path";
import { DIFFUSION } from "../lib/diffusion/addresses.js";
import {
  type DiffusionTable,
  diffusionTable,
  noDiffusion,
} from "../lib/diffusion/diffusionTable.js";
import type { Journal } from "../lib/diffusion/journal.js";
import type { OpenPackage } from "../lib/diffusion/openPackage.js";
import type { BatchTable } from "../lib/tables.js";
import { readTable, tablesFolder } from "./tables.js";

/** What the open data of the batch are; nothing where `served` is false or the batch has none. */
export function readDiffusion(folder = tablesFolder(), served = true): DiffusionTable {
  const open = join(folder, DIFFUSION);
  if (!served || !existsSync(open)) {
    return noDiffusion(readTable<BatchTable>("batch.json", folder).batch);
  }
  return diffusionTable(
    readTable<OpenPackage>("datapackage.json", open),
    readTable<Journal>("journal.json", open),
  );
}
