import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LAYOUTS } from "../../../loaders/sources/layouts.js";

const SAMPLES = fileURLToPath(new URL("../../../../shared/samples/", import.meta.url));

/** The samples are given beside the repository; the product does without. */
export const hasSamples = existsSync(SAMPLES);

/** Says in the test's name why it is skipped. */
export const skipNote = hasSamples ? "" : " (skipped: ../shared absent)";

/** Samples of the current generation, under the name their partner gives them. */
export const CURRENT: Record<string, string> = {
  "urssaf/cotisationTestData.csv": LAYOUTS.cotisation.fileName,
  "urssaf/debitTestData.csv": LAYOUTS.debit.fileName,
  "urssaf/delaiTestData.csv": LAYOUTS.delai.fileName,
  "urssaf/ccsfTestData.csv": LAYOUTS.ccsf.fileName,
  "urssaf/procolTestData.csv": LAYOUTS.procol.fileName,
  "urssaf/effectifTestData.csv": LAYOUTS.effectif.fileName,
  "urssaf/effectifEntTestData.csv": LAYOUTS.effectif_ent.fileName,
  "activite-partielle/apdemandeTestData.csv": LAYOUTS.apdemande.fileName,
  "activite-partielle/apconsoTestData.csv": LAYOUTS.apconso.fileName,
  "sirene/sireneTestData.csv": LAYOUTS.sirene.fileName,
  "sirene/sireneULTestData.csv": LAYOUTS.sirene_ul.fileName,
  "sirene/sireneHistoTestData.csv": LAYOUTS.sirene_histo.fileName,
  "bdf/bdfTestData.csv": "bdf.csv",
  "paydex/paydexTestData.csv": "E_201902011200_Retro-Paydex_20190201.csv",
};

/** Before December 2025: no SIRET, accounts instead. */
export const WITHOUT_SIRET: Record<string, string> = {
  "urssaf-sans-siret/debitTestData.csv": LAYOUTS.debit.fileName,
  "urssaf-sans-siret/comptesTestData.csv": LAYOUTS.comptes.fileName,
};

export async function copySamples(names: Record<string, string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [sample, name] of Object.entries(names))
    await copyFile(join(SAMPLES, sample), join(folder, name));
}

/** Rows of a golden CSV, without its title and its header. */
export async function goldenCsv(name: string): Promise<string[][]> {
  const text = await readFile(join(SAMPLES, "golden", name), "utf8");
  const [, , ...rows] = text.trim().split("\n");
  return rows.map((row) => row.split(","));
}

/** Rows of a golden table of columns of 20 characters, cut at them, by column name. */
export async function goldenTable(name: string): Promise<Record<string, string>[]> {
  const text = await readFile(join(SAMPLES, "golden", name), "utf8");
  const [header, ...rows] = text.trim().split("\n");
  const cells = (line: string) => line.split("\t").map((cell) => cell.trim());
  return rows.map((row) =>
    Object.fromEntries(cells(header!).map((label, index) => [label, cells(row)[index] ?? ""])),
  );
}

export async function goldenTuples(name: string): Promise<Record<string, unknown>[]> {
  const { tuples } = JSON.parse(await readFile(join(SAMPLES, name), "utf8"));
  return tuples;
}
