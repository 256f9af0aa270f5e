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
  recognises: named(LAYOUTS.comptes.fileName),
  delimiter: LAYOUTS.comptes.delimiter,
  quotes: "lazy",
  ignored: [...LAYOUTS.comptes.header, "Cle_md5"],
  schema: z.object({
    compte: text({ optional: false }).meta({ description: "Compte administratif Urssaf" }),
    etat_compte: text({ optionalColumn: true }).meta({ description: "État du compte" }),
    siren: siren({ optional: true, optionalColumn: true }).meta({ description: "Entreprise" }),
    siret: siret().meta({ description: "Établissement" }),
    date_crea_siret: urssafDate({ optional: true, optionalColumn: true }).meta({
      description: "Ouverture",
    }),
    date_disp_siret: urssafDate({ optional: true }).meta({ description: "Fermeture" }),
  }),
};
