import { z } from "zod";
import { euro } from "../fields/amount.js";
import { siret } from "../fields/identifier.js";
import { text } from "../fields/text.js";
import { urssafPeriod } from "../fields/urssaf.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Contributions due and paid, per account and period (§1.2). Opened with lazy quotes. */
export const cotisation: Source = {
  name: "cotisation",
  title: "Urssaf, cotisations dues et encaissées",
  recognises: named(LAYOUTS.cotisation.fileName),
  delimiter: LAYOUTS.cotisation.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.cotisation.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({ description: "Établissement" }),
    compte: text({ optional: false }).meta({ description: "Compte administratif Urssaf" }),
    periode: urssafPeriod().meta({ description: "Période de la cotisation, fin exclue" }),
    enc_direct: euro().meta({ description: "Montant encaissé directement, en euros" }),
    cotis_due: euro().meta({ description: "Montant dû, en euros" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "compte", date: "periode.debut" },
  period: "periode_debut",
};
