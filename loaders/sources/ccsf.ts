import { z } from "zod";
import { siret } from "../fields/identifier.js";
import { code, text } from "../fields/text.js";
import { urssafDate } from "../fields/urssaf.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Files before the commission des chefs des services financiers (§1.2). */
export const ccsf: Source = {
  name: "ccsf",
  title: "Urssaf, dossiers CCSF",
  kind: "stock",
  key: ["compte", "date_de_traitement", "code_externe_stade"],
  recognises: named(LAYOUTS.ccsf.fileName),
  delimiter: LAYOUTS.ccsf.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.ccsf.header,
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
    date_de_traitement: urssafDate().meta({
      description: "Date de traitement de la demande",
      unit: "date",
    }),
    code_externe_stade: code(["DEBUT", "REFUS", "APPROB", "FIN", "REJ"]).meta({
      description: "Stade de la demande",
      unit: "code",
    }),
    code_externe_action: code(["CCSF"]).meta({
      description: "Action, toujours CCSF",
      unit: "code",
    }),
  }),
  siren: "left(siret, 9)",
  account: { number: "compte", date: "date_de_traitement" },
  period: "date_de_traitement",
};
