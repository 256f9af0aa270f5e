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
  kind: "stock",
  key: ["siret", "compte", "periode_debut", "periode_fin"],
  recognises: named(LAYOUTS.cotisation.fileName),
  delimiter: LAYOUTS.cotisation.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.cotisation.header,
  schema: z.object({
    siret: siret({ optional: true, optionalColumn: true }).meta({
      description: "Établissement",
      unit: "identifiant",
      since: "2025-12",
    }),
    compte: text({ optional: false }).meta({
      description: "Compte administratif Urssaf",
      unit: "identifiant",
    }),
    periode: urssafPeriod().meta({ description: "Période de la cotisation", unit: "date" }),
    enc_direct: euro().meta({ description: "Cotisation encaissée directement", unit: "€" }),
    cotis_due: euro().meta({ description: "Cotisation due", unit: "€" }),
  }),
  siren: "left(siret, 9)",
  account: { number: "compte", date: "periode.debut" },
  period: "periode_debut",
};
