import { z } from "zod";
import { siren, siret } from "../fields/identifier.js";
import { text } from "../fields/text.js";
import { urssafDate } from "../fields/urssaf.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/**
 * Which SIRET an account stood for, until when; used by the files without SIRET (§1.2). Not
 * filtered, so that rows out of the perimeter are told from rows without SIRET.
 */
export const comptes: Source = {
  name: "comptes",
  title: "Urssaf, correspondance des comptes et des SIRET",
  kind: "stock",
  key: ["compte", "siret", "date_disp_siret"],
  until: "2025-12",
  recognises: named(LAYOUTS.comptes.fileName),
  delimiter: LAYOUTS.comptes.delimiter,
  quotes: "lazy",
  ignored: [...LAYOUTS.comptes.header, "Cle_md5"],
  schema: z.object({
    compte: text({ optional: false }).meta({
      description: "Compte administratif Urssaf",
      unit: "identifiant",
    }),
    etat_compte: text({ optionalColumn: true }).meta({
      description: "État du compte : 1 actif, 2 suspendu, 3 radié",
      unit: "code",
    }),
    siren: siren({ optional: true, optionalColumn: true }).meta({
      description: "Entreprise",
      unit: "identifiant",
    }),
    siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    date_crea_siret: urssafDate({ optional: true, optionalColumn: true }).meta({
      description: "Premier jour où le compte vaut pour ce SIRET",
      unit: "date",
    }),
    date_disp_siret: urssafDate({ optional: true }).meta({
      description: "Jour où le compte cesse de valoir pour ce SIRET ; vide s’il vaut encore",
      unit: "date",
    }),
  }),
};
