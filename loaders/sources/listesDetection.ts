import { z } from "zod";
import { isoDate } from "../fields/date.js";
import { siren } from "../fields/identifier.js";
import { boundedReal, flag } from "../fields/number.js";
import { code, shapedText, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

const risk = (description: string, optional = false) =>
  boundedReal({ minimum: 0, maximum: 100, optional, optionalColumn: optional }).meta({
    description,
    unit: "%",
  });

/** Detection lists as they were published, one line per company and list (sfor `company_score_entries`, §4.8). */
export const listesDetection: Source = {
  name: "listes_detection",
  title: "Signaux Faibles, listes de détection publiées",
  kind: "flow",
  key: ["list_name", "siren"],
  recognises: named(LAYOUTS.listes_detection.fileName),
  delimiter: LAYOUTS.listes_detection.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.listes_detection.header,
  schema: z.object({
    siren: siren().meta({ description: "Entreprise", unit: "identifiant" }),
    list_name: text({ optional: false }).meta({
      description: "Nom de la liste, comme « Janvier 2026 »",
      unit: "—",
    }),
    date_publication: isoDate().meta({ description: "Publication de la liste", unit: "date" }),
    batch: shapedText(/[0-9]{4}(?:_[0-9]{2})?/, "n’est pas un lot AAMM").meta({
      description: "Lot dont la liste est tirée",
      unit: "code",
    }),
    algo: text({ optionalColumn: true }).meta({ description: "Modèle", unit: "—" }),
    periode: isoDate().meta({ description: "Mois sur lequel porte le calcul", unit: "date" }),
    score: risk("Risque de défaillance"),
    alert: code(["Alerte seuil F1", "Alerte seuil F2", "Pas d'alerte"]).meta({
      description: "Niveau : F1 risque fort, F2 risque modéré (noms de seuils)",
      unit: "code",
    }),
    seuil_modere: risk("Seuil du risque modéré de la liste", true),
    seuil_fort: risk("Seuil du risque fort de la liste", true),
    premiere_alerte: flag({ optional: true, optionalColumn: true }).meta({
      description: "L’entreprise ne figure sur aucune liste antérieure",
      unit: "oui/non",
    }),
  }),
  period: "date_publication",
};
