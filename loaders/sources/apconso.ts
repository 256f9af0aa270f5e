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
  recognises: named(LAYOUTS.apconso.fileName),
  delimiter: LAYOUTS.apconso.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.apconso.header,
  schema: z.object({
    id_da: text({ optional: false }).meta({ description: "Numéro de la demande" }),
    etab_siret: siret().meta({ description: "Établissement" }),
    heures: euro({ optional: true }).meta({ description: "Heures consommées dans le mois" }),
    montants: euro({ optional: true }).meta({ description: "Montant du mois, en euros" }),
    effectifs: looseInteger({ optional: true }).meta({ description: "Salariés concernés" }),
    mois: isoDate().meta({ description: "Mois" }),
  }),
  siren: "left(etab_siret, 9)",
  period: "mois",
};
