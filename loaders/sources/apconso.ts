import { z } from "zod";
import { euro } from "../fields/amount.js";
import { isoDate } from "../fields/date.js";
import { siret } from "../fields/identifier.js";
import { looseInteger } from "../fields/number.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Hours of activité partielle consumed each month (§1.4). */
export const apconso: Source = {
  name: "apconso",
  title: "DARES, consommations d’activité partielle",
  kind: "stock",
  key: ["id_da", "etab_siret", "mois"],
  recognises: named(LAYOUTS.apconso.fileName),
  delimiter: LAYOUTS.apconso.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.apconso.header,
  schema: z.object({
    id_da: text({ optional: false }).meta({
      description: "Numéro de la demande",
      unit: "identifiant",
    }),
    etab_siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    heures: euro({ optional: true }).meta({
      description: "Heures chômées dans le mois",
      unit: "heures",
    }),
    montants: euro({ optional: true }).meta({
      description: "Montant consommé dans le mois",
      unit: "€",
    }),
    effectifs: looseInteger({ optional: true }).meta({
      description: "Salariés en activité partielle dans le mois",
      unit: "salariés",
    }),
    mois: isoDate().meta({ description: "Mois, à son premier jour", unit: "date" }),
  }),
  siren: "left(etab_siret, 9)",
  period: "mois",
};
