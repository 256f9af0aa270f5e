import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { AGENTS_LIST, listedSirens, sheetFile } from "../../src/data/agents.js";
import { NAMED_TABLES } from "../../src/data/namedTables.js";
import { readReports } from "../../src/data/reports.js";
import { readTableText } from "../../src/data/tables.js";
import { readTotals } from "../../src/data/totals.js";
import { placeFile } from "./placeFile.js";

/** What a build may keep from an earlier one; both are checked by content before use. */
const KEPT = new Set(["_npm", "vendor.json"]);

/** Page tables with an address of their own. */
const TABLES = [
  "batch.json",
  "accueil.json",
  "regions.json",
  "departements.json",
  "secteurs.json",
  "structures.json",
  "niveaux.json",
  "survie.json",
  "provenance.json",
  "modele.json",
  "modeles.json",
  "donnees.json",
  "imports.json",
  "impact.json",
  "effet.json",
  "besoins.json",
  "budget.json",
  "engagements.json",
  "dictionnaire.json",
];

/**
 * Empties Framework's cache but for the vendored libraries: it would reuse a loader's output
 * whatever its age, and publish one that a full disk cut short.
 */
export async function emptyCache(pages: string): Promise<void> {
  const cache = join(pages, ".observablehq", "cache");
  await mkdir(cache, { recursive: true });
  for (const name of (await readdir(cache)).sort()) {
    if (!KEPT.has(name)) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/**
 * Puts every page table where its data loader would put it, through the function the loaders call.
 * Framework starts one process per loader, one after another (0.7 s each, 200 of them); files newer
 * than their loader it takes as they are. Throws a VigieError when a table is missing or cut short.
 */
export async function placeTables(pages: string, tables: string): Promise<void> {
  for (const table of TABLES) await place(pages, table, readTableText(table, tables));
  for (const [folder, named] of Object.entries(NAMED_TABLES)) {
    for (const [name, table] of named) {
      await place(pages, `${folder}/${name}.json`, readTableText(table, tables));
    }
  }
  for (const [name, table] of NAMED_TABLES.territoires) {
    await place(pages, `totaux/${name}.json`, readTotals(table, tables));
  }
  await place(pages, "rapports.json", JSON.stringify(readReports(tables)));
}

/** The same for the list and the sheets of agents, below `data/agents`. */
export async function placeAgentTables(pages: string, agents: string): Promise<void> {
  for (const table of [AGENTS_LIST, ...listedSirens(agents).map(sheetFile)]) {
    await place(pages, `agents/${table}`, readTableText(table, agents));
  }
}

async function place(pages: string, name: string, text: string): Promise<void> {
  await placeFile(join(pages, ".observablehq", "cache", "data", name), text);
}
