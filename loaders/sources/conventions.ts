import { z } from "zod";
import { euro } from "../fields/amount.js";
import { isoDate } from "../fields/date.js";
import { code, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";
import { STARTUPS } from "./startups.js";

const amount = (description: string) =>
  euro({ optional: true, minimum: 0 }).meta({ description, unit: "€" });

const chorus = (description: string) =>
  text({ optionalColumn: true }).meta({ description, unit: "code" });

/**
 * Agreements between administrations that fund the services, one line per agreement and service
 * (impact, §2.2). Chorus codes are texts: one appears with and without its leading zero.
 */
export const conventions: Source = {
  name: "conventions",
  title: "Signaux Faibles, conventions budgétaires",
  kind: "stock",
  key: ["convention", "startup"],
  recognises: named(LAYOUTS.conventions.fileName),
  delimiter: LAYOUTS.conventions.delimiter,
  quotes: "strict",
  schema: z.object({
    convention: text({ optional: false }).meta({
      description: "Nom court de la convention ou de l’avenant",
      unit: "identifiant",
    }),
    startup: code(STARTUPS).meta({ description: "Service financé", unit: "code" }),
    instrument: code(["convention", "avenant"]).meta({
      description: "Convention, ou avenant à une convention",
      unit: "code",
    }),
    parties: text({ optional: false }).meta({
      description: "Administrations signataires",
      unit: "—",
    }),
    date_signature: isoDate({ optional: true }).meta({ description: "Signature", unit: "date" }),
    date_debut: isoDate({ optional: true }).meta({
      description: "Entrée en vigueur",
      unit: "date",
    }),
    date_fin: isoDate({ optional: true }).meta({
      description: "Dernier jour de la convention",
      unit: "date",
    }),
    ae: amount("Autorisations d’engagement ouvertes par cet acte"),
    cp: amount("Crédits de paiement ouverts par cet acte, restes à payer compris"),
    dont_rap: amount("Restes à payer d’engagements antérieurs, compris dans les crédits"),
    ae_cumul: amount("Autorisations d’engagement de la convention et de ses avenants"),
    programme: chorus("Programme budgétaire"),
    domaine_fonctionnel: chorus("Domaine fonctionnel (Chorus)"),
    centre_financier: chorus("Centre financier ou unité opérationnelle (Chorus)"),
    activite: chorus("Activité (Chorus)"),
    centre_cout: chorus("Centre de coût (Chorus)"),
    axe_ministeriel: chorus("Axe ministériel (Chorus)"),
    document: text({ optional: false }).meta({
      description: "Document signé et article d’où viennent les montants",
      unit: "—",
    }),
  }),
  period: "date_signature",
};
