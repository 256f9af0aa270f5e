import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { VigieError } from "../../src/lib/error.js";
import { DEMO_MARKER } from "../demo/marker.js";
import type { Source } from "../sources/source.js";
import { sourceOf } from "../sources/sources.js";

export interface Extract {
  path: string;
  name: string;
  /** Undefined when no partner sends a file of this name. */
  source: Source | undefined;
}

export interface Extracts {
  files: Extract[];
  fictitious: boolean;
}

/**
 * Files of a batch, by name: those of `<extracts>/<batch>` when it exists, else of `extracts`.
 * Throws `extracts-missing` when there is none to read, `extracts-twice` when a file is there both
 * compressed and not.
 */
export async function findExtracts(extracts: string, batch: string): Promise<Extracts> {
  const nested = join(extracts, batch);
  const folder = existsSync(nested) ? nested : extracts;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const files = names
    .filter((name) => /\.(csv|txt|xlsx)(\.(gz|zip))?$/i.test(name))
    .map((name) => ({ path: join(folder, name), name, source: sourceOf(name) }));
  if (!files.some(({ source }) => source)) throw noExtracts(folder);
  const twice = names.find(
    (name, index) => names.findIndex((other) => plain(other) === plain(name)) < index,
  );
  if (twice)
    throw sentTwice(
      folder,
      names.filter((name) => plain(name) === plain(twice)),
    );
  return { files, fictitious: names.includes(DEMO_MARKER) };
}

/** A perimeter named on the command line. */
export function perimeterExtract(path: string, source: Source): Extract {
  if (!existsSync(path))
    throw new VigieError(
      "perimeter-missing",
      `le fichier de périmètre ${path} est introuvable`,
      "Vérifier le chemin donné à --perimeter",
      2,
    );
  return { path, name: basename(path), source };
}

function noExtracts(folder: string): VigieError {
  return new VigieError(
    "extracts-missing",
    `aucune extraction reconnue dans ${folder}`,
    "Y déposer les fichiers des partenaires sous leur nom d’origine, ou lancer « vigie demo » pour en écrire de fictifs",
  );
}

/** Name without what compression adds to it. */
function plain(name: string): string {
  return name.replace(/\.(gz|zip)$/i, "");
}

function sentTwice(folder: string, names: readonly string[]): VigieError {
  return new VigieError(
    "extracts-twice",
    `${folder} contient plusieurs fois le même fichier, tel quel ou compressé : ${names.join(", ")}`,
    "N’en garder qu’un",
  );
}
