import { z } from "zod";
import { siret } from "../fields/identifier.js";
import { headcount } from "../fields/number.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { monthOfLabel } from "./monthColumn.js";
import { named, type Source } from "./source.js";

const isCompanyFile = named(LAYOUTS.effectif_ent.fileName);

/** Headcount per establishment, one column a month (§1.2). */
export const effectif: Source = {
  name: "effectif",
  title: "Urssaf, effectifs par établissement",
  kind: "stock",
  key: ["siret", "compte", "periode"],
  recognises: (name) =>
    name.toLowerCase().includes("effectif_") && /\.csv$/i.test(name) && !isCompanyFile(name),
  delimiter: LAYOUTS.effectif.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.effectif.header,
  schema: z.object({
    siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    compte: text().meta({ description: "Compte administratif Urssaf", unit: "identifiant" }),
  }),
  siren: "left(siret, 9)",
  wide: {
    month: monthOfLabel,
    column: "effectif",
    field: headcount().meta({
      description: "Personnes employées par l’établissement dans le mois",
      unit: "salariés",
    }),
  },
  period: "periode",
};
