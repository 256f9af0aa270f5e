import { z } from "zod";
import { siren } from "../fields/identifier.js";
import { moment } from "../fields/moment.js";
import { flag } from "../fields/number.js";
import { code, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { SEGMENTS } from "./segments.js";
import { named, type Source } from "./source.js";

/**
 * What agents say of a detection, useful or not (sfor `company_list_ratings`, §6). Not filtered by
 * the perimeter: a company may have left it since its list.
 */
export const evaluationsListe: Source = {
  name: "evaluations_liste",
  title: "Signaux Faibles, évaluations des détections par les agents",
  kind: "flow",
  key: ["siren", "list_name", "user_segment", "created_at"],
  recognises: named(LAYOUTS.evaluations_liste.fileName),
  delimiter: LAYOUTS.evaluations_liste.delimiter,
  quotes: "strict",
  refused: ["comment", "user_email", "user_id"],
  schema: z.object({
    siren: siren().meta({ description: "Entreprise évaluée", unit: "identifiant" }),
    list_name: text({ optional: false }).meta({ description: "Liste de détection", unit: "—" }),
    useful: flag().meta({ description: "La détection a été utile", unit: "oui/non" }),
    reason: text({ optionalColumn: true }).meta({
      description: "Code du motif, d’une liste tenue par le service",
      unit: "code",
    }),
    user_segment: code(SEGMENTS).meta({ description: "Partenaire de l’agent", unit: "code" }),
    created_at: moment().meta({ description: "Instant de l’évaluation", unit: "instant" }),
  }),
  period: "created_at",
};
