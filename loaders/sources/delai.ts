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
  kind: "stock",
  key: ["siret", "numero_compte_externe", "numero_structure", "date_creation"],
  recognises: named(LAYOUTS.delai.fileName),
  delimiter: LAYOUTS.delai.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.delai.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({
      description: "Établissement",
      unit: "identifiant",
      since: "2025-12",
    }),
    numero_compte_externe: text({ optional: false }).meta({
      description: "Compte administratif Urssaf",
      unit: "identifiant",
    }),
    numero_structure: text().meta({
      description: "Numéro du dossier contentieux",
      unit: "identifiant",
    }),
    date_creation: slashedDate().meta({ description: "Création du délai", unit: "date" }),
    date_echeance: slashedDate().meta({ description: "Échéance du délai", unit: "date" }),
    duree_delai: looseInteger({ minimum: 1 }).meta({
      description: "Durée du délai",
      unit: "jours",
    }),
    denomination_premiere_ligne: text().meta({ description: "Raison sociale", unit: "—" }),
    indic_6m: text().meta({
      description: "INF : moins de six mois, SUP : plus de six mois",
      unit: "code",
    }),
    annee_creation: looseInteger().meta({ description: "Année de création", unit: "année" }),
    montant_global_echeancier: euro({ minimum: 0.01 }).meta({
      description: "Montant global de l’échéancier",
      unit: "€",
    }),
    code_externe_stade: text().meta({
      description: "Stade de la demande : APPROB, PR…",
      unit: "code",
    }),
    code_externe_action: text().meta({ description: "Action : SUR PO ou CCSF", unit: "code" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "numero_compte_externe", date: "date_creation" },
  period: "date_creation",
};
