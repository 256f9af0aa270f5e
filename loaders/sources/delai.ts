import { z } from "zod";
import { euro } from "../fields/amount.js";
import { slashedDate } from "../fields/date.js";
import { siret } from "../fields/identifier.js";
import { looseInteger } from "../fields/number.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Payment schedules granted by the Urssaf (§1.2); bounds of the validation schema of `delai`. */
export const delai: Source = {
  name: "delai",
  title: "Urssaf, délais de paiement",
  recognises: named(LAYOUTS.delai.fileName),
  delimiter: LAYOUTS.delai.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.delai.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({ description: "Établissement" }),
    numero_compte_externe: text({ optional: false }).meta({
      description: "Compte administratif Urssaf",
    }),
    numero_structure: text().meta({ description: "Identifiant du dossier contentieux" }),
    date_creation: slashedDate().meta({ description: "Création du délai" }),
    date_echeance: slashedDate().meta({ description: "Échéance du délai" }),
    duree_delai: looseInteger({ minimum: 1 }).meta({ description: "Durée, en jours" }),
    denomination_premiere_ligne: text().meta({ description: "Raison sociale" }),
    indic_6m: text().meta({ description: "INF ou SUP à six mois" }),
    annee_creation: looseInteger().meta({ description: "Année de création" }),
    montant_global_echeancier: euro({ minimum: 0.01 }).meta({
      description: "Montant de l’échéancier, en euros",
    }),
    code_externe_stade: text().meta({ description: "Stade : APPROB, PR…" }),
    code_externe_action: text().meta({ description: "Action : SUR PO ou CCSF" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "numero_compte_externe", date: "date_creation" },
  period: "date_creation",
};
