import { readFile } from "node:fs/promises";
import { VigieError } from "../../src/lib/error.js";
import type { Model } from "../../src/lib/model.js";

/** A `model.json` of the registry; a VigieError when it is absent or is not JSON. */
export async function readModel(file: string): Promise<Model> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Model;
  } catch (cause) {
    throw new VigieError(
      "no-model",
      `le modèle ${file} est illisible (${cause instanceof Error ? cause.message : cause})`,
      "Lancez « vigie fit » pour l’ajuster, ou nommez un modèle du registre.",
      2,
    );
  }
}
