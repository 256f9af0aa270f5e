import { existsSync, readFileSync } from "node:fs";
import { type Deliveries, parseDeliveries } from "../lib/duties/delivery.js";
import { VigieError } from "../lib/error.js";

/** Where the team declares what no batch can prove, when `VIGIE_LIVRAISONS` names no other file. */
const DEFAULT_FILE = "livraisons.json";

/**
 * The declared deliveries: the file named by `VIGIE_LIVRAISONS`, else `livraisons.json` where the
 * command is run, else none.
 *
 * @throws VigieError `missing-deliveries` when the file named is absent, `unusable-deliveries` when it
 * is wrong.
 */
export function readDeliveries({ VIGIE_LIVRAISONS }: NodeJS.ProcessEnv = process.env): Deliveries {
  if (VIGIE_LIVRAISONS && !existsSync(VIGIE_LIVRAISONS)) throw missing(VIGIE_LIVRAISONS);
  const file = VIGIE_LIVRAISONS || DEFAULT_FILE;
  return existsSync(file) ? parseDeliveries(readFileSync(file, "utf8"), file) : { livraisons: [] };
}

function missing(file: string): VigieError {
  return new VigieError(
    "missing-deliveries",
    `VIGIE_LIVRAISONS nomme ${file}, qui n’existe pas`,
    "Corrigez le chemin, ou retirez la variable.",
    2,
  );
}
