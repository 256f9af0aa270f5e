import { VigieError } from "../../src/lib/error.js";

export interface Batch {
  /** `AAMM` or `AAMM_NN`. */
  key: string;
  /** First day of the month of the batch, exclusive end of what it observes; ISO. */
  dateFin: string;
  /** Ten years before (§3). */
  dateDebut: string;
  /** The batch a sub-batch completes, and takes its perimeter from (§1.7). */
  parent: string | undefined;
}

/** Reads a batch key (§3); `VigieError` with code `batch-key` when it is none. */
export function parseBatch(key: string): Batch {
  const match = /^([0-9]{2})(0[1-9]|1[0-2])(_[0-9]{2})?$/.exec(key);
  if (!match)
    throw new VigieError(
      "batch-key",
      `« ${key} » n’est pas un lot : AAMM est attendu`,
      "Donner l’année et le mois, par exemple 2610 pour octobre 2026",
      2,
    );
  const year = 2000 + Number(match[1]);
  const month = match[2]!;
  return {
    key,
    dateFin: `${year}-${month}-01`,
    dateDebut: `${year - 10}-${month}-01`,
    parent: match[3] ? key.slice(0, 4) : undefined,
  };
}
