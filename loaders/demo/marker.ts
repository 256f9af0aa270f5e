import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VigieError } from "../../src/lib/error.js";

/** File that says a folder of extracts was generated; with it every page says « données fictives ». */
export const DEMO_MARKER = "donnees-fictives.json";

const WARNING =
  "Ces fichiers sont entièrement générés par « vigie demo » : les entreprises, leurs identifiants et leurs chiffres sont fictifs. Toute ressemblance avec une entreprise réelle est fortuite.";

/** True when a folder of extracts was generated. */
export const isFictitious = (folder: string): boolean => existsSync(join(folder, DEMO_MARKER));

/** Signs a folder as generated, with the parameters that give it back. */
export async function sign(folder: string, parameters: object): Promise<void> {
  const text = JSON.stringify(
    { fictif: true, avertissement: WARNING, parametres: parameters },
    null,
    2,
  );
  await writeFile(join(folder, DEMO_MARKER), `${text}\n`);
}

/**
 * Refuses to replace a folder that holds anything but generated files.
 * @throws VigieError `demo-not-fictitious`
 */
export async function assertReplaceable(folder: string): Promise<void> {
  if (!existsSync(folder) || isFictitious(folder)) return;
  if ((await readdir(folder)).length === 0) return;
  throw new VigieError(
    "demo-not-fictitious",
    `Le dossier ${folder} contient des fichiers qui ne viennent pas de « vigie demo »`,
    "Choisissez un autre dossier avec --out, ou déplacez ces fichiers : de vrais extraits ne sont jamais remplacés.",
    2,
  );
}
