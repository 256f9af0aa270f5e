import { z } from "zod";
import { namedMonthDate } from "../fields/date.js";
import { siren, siret } from "../fields/identifier.js";
import { proceeding } from "../fields/procol.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Collective proceedings since 2006 (§1.3). */
export const procol: Source = {
  name: "procol",
  title: "Urssaf, procédures collectives",
  kind: "stock",
  key: ["siret", "dt_effet", "action_procol", "stade_procol"],
  recognises: named(LAYOUTS.procol.fileName),
  delimiter: LAYOUTS.procol.delimiter,
  quotes: "lazy",
  ignored: LAYOUTS.procol.header,
  schema: z.object({
    siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    siren: siren({ optional: true, optionalColumn: true }).meta({
      description: "Entreprise",
      unit: "identifiant",
    }),
    dt_effet: namedMonthDate().meta({ description: "Date d’effet de l’événement", unit: "date" }),
    cat_v2: text({ optionalColumn: true }).meta({
      description: "Catégorie de l’événement",
      unit: "code",
    }),
    lib_actx_stdx: proceeding().meta({
      description: "Événement de la procédure collective",
      unit: "code",
    }),
  }),
  siren: "left(siret, 9)",
  period: "dt_effet",
};
