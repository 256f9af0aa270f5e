import { accompagnements } from "./accompagnements.js";
import { apconso } from "./apconso.js";
import { apdemande } from "./apdemande.js";
import { bdf } from "./bdf.js";
import { ccsf } from "./ccsf.js";
import { comptes } from "./comptes.js";
import { conventions } from "./conventions.js";
import { cotisation } from "./cotisation.js";
import { debit } from "./debit.js";
import { delai } from "./delai.js";
import { depenses } from "./depenses.js";
import { effectif } from "./effectif.js";
import { effectifEnt } from "./effectifEnt.js";
import { evaluationsListe } from "./evaluationsListe.js";
import { filter } from "./filter.js";
import { journalUsage } from "./journalUsage.js";
import { listesDetection } from "./listesDetection.js";
import { misesEnRelation } from "./misesEnRelation.js";
import { paydex } from "./paydex.js";
import { paydexStock } from "./paydexStock.js";
import { procol } from "./procol.js";
import { ratiosInpi } from "./ratiosInpi.js";
import { sirene } from "./sirene.js";
import { sireneHisto } from "./sireneHisto.js";
import { sireneUl } from "./sireneUl.js";
import type { Source } from "./source.js";

/** What the perimeter is made from; read before it is known, so not filtered (§1.7, §3). */
export const BEFORE_PERIMETER: readonly Source[] = [filter, sirene, sireneUl, effectifEnt];

/** What tells how the services are used, and what they cost (impact). */
export const ACTIVITY: readonly Source[] = [
  listesDetection,
  journalUsage,
  evaluationsListe,
  accompagnements,
  misesEnRelation,
  conventions,
  depenses,
];

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
  paydexStock,
  ratiosInpi,
  ...ACTIVITY,
];

export const SOURCES: readonly Source[] = [...BEFORE_PERIMETER, ...AFTER_PERIMETER];

/** Source of a file by its name, `.gz`, `.zip` or neither; undefined when no partner sends such a file. */
export function sourceOf(fileName: string): Source | undefined {
  const name = fileName.replace(/\.(gz|zip)$/i, "");
  return SOURCES.find((source) => source.recognises(name));
}
