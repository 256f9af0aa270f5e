import { z } from "zod";
import { siren } from "../fields/identifier.js";
import { headcount } from "../fields/number.js";
import { LAYOUTS } from "./layouts.js";
import { monthOfLabel } from "./monthColumn.js";
import { named, type Source } from "./source.js";

/** Headcount per company, one column a month; the perimeter is computed from it (§1.2, §1.7). */
export const effectifEnt: Source = {
  name: "effectif_ent",
  title: "Urssaf, effectifs par entreprise",
  kind: "stock",
  key: ["siren", "periode"],
  recognises: named(LAYOUTS.effectif_ent.fileName),
  delimiter: LAYOUTS.effectif_ent.delimiter,
  quotes: "lazy",
  ignored: [...LAYOUTS.effectif_ent.header, ...LAYOUTS.effectif.header],
  schema: z.object({ siren: siren().meta({ description: "Entreprise", unit: "identifiant" }) }),
  siren: "siren",
  wide: {
    month: monthOfLabel,
    column: "effectif_ent",
    field: headcount().meta({
      description: "Personnes employées par l’entreprise dans le mois",
      unit: "salariés",
    }),
  },
  period: "periode",
};
