import { z } from "zod";
import { euro } from "../fields/amount.js";
import { isoDate } from "../fields/date.js";
import { code, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";
import { STARTUPS } from "./startups.js";

const amount = (description: string) => euro({ optional: true }).meta({ description, unit: "€" });

const words = (description: string) =>
  text({ optionalColumn: true }).meta({ description, unit: "code" });

/**
 * Spending by month, agreement and post: what the delegants are told monthly and yearly (impact,
 * §2.1, duties 3, 8, 12 and 13). Activities and resources are those of beta.gouv's budget
 * referential (§3.1). A correction may be negative.
 */
export const depenses: Source = {
  name: "depenses",
  title: "Signaux Faibles, dépenses mensuelles",
  kind: "flow",
  key: ["convention", "startup", "mois", "poste"],
  recognises: named(LAYOUTS.depenses.fileName),
  delimiter: LAYOUTS.depenses.delimiter,
  quotes: "strict",
  schema: z.object({
    convention: text({ optional: false }).meta({
      description: "Convention qui finance",
      unit: "identifiant",
    }),
    startup: code(STARTUPS).meta({ description: "Service financé", unit: "code" }),
    mois: isoDate().meta({ description: "Mois, à son premier jour", unit: "date" }),
    poste: text({ optional: false }).meta({
      description: "Poste de l’annexe financière",
      unit: "—",
    }),
    activite: words("Activité du référentiel budgétaire de beta.gouv"),
    ressource: words("Ressource du référentiel budgétaire de beta.gouv"),
    centre_financier: words("Centre financier ou unité opérationnelle (Chorus)"),
    centre_cout: words("Centre de coût (Chorus)"),
    ae_engage: amount("Autorisations d’engagement consommées dans le mois"),
    cp_paye: amount("Crédits de paiement consommés dans le mois"),
    ae_prevu: amount("Autorisations d’engagement prévues pour le mois"),
    cp_prevu: amount("Crédits de paiement prévus pour le mois"),
    document: text({ optionalColumn: true }).meta({
      description: "Pièce justificative",
      unit: "—",
    }),
  }),
  period: "mois",
};
