import { apconso } from "./apconso.js";
import { apdemande } from "./apdemande.js";
import { bdf } from "./bdf.js";
import { ccsf } from "./ccsf.js";
import { comptes } from "./comptes.js";
import { cotisation } from "./cotisation.js";
import { debit } from "./debit.js";
import { delai } from "./delai.js";
import { effectif } from "./effectif.js";
import { effectifEnt } from "./effectifEnt.js";
import { filter } from "./filter.js";
import { paydex } from "./paydex.js";
import { procol } from "./procol.js";
import { ratiosInpi } from "./ratiosInpi.js";
import { sirene } from "./sirene.js";
import { sireneHisto } from "./sireneHisto.js";
import { sireneUl } from "./sireneUl.js";
import type { Source } from "./source.js";

/** What the perimeter is made from; read before it is known, so not filtered (§1.7, §3). */
export const BEFORE_PERIMETER: readonly Source[] = [filter, sirene, sireneUl, effectifEnt];

/** What is read once the perimeter is known; `comptes` first, files without SIRET need it. */
export const AFTER_PERIMETER: readonly Source[] = [
  comptes,
  cotisation,
  debit,
  delai,
  ccsf,
  procol,
  effectif,
  apdemande,
  apconso,
  sireneHisto,
  bdf,
  paydex,
  ratiosInpi,
];

export const SOURCES: readonly Source[] = [...BEFORE_PERIMETER, ...AFTER_PERIMETER];

/** Source of a file by its name, `.gz` or not; undefined when no partner sends such a file. */
export function sourceOf(fileName: string): Source | undefined {
  const name = fileName.replace(/\.gz$/i, "");
  return SOURCES.find((source) => source.recognises(name));
}
