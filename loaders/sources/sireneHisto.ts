import { z } from "zod";
import { isoDate } from "../fields/date.js";
import { siret } from "../fields/identifier.js";
import { flag } from "../fields/number.js";
import { text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { named, type Source } from "./source.js";

/** Successive states of the establishments (§1.5). */
export const sireneHisto: Source = {
  name: "sirene_histo",
  title: "INSEE, historique des établissements",
  kind: "stock",
  key: ["siret", "dateDebut", "dateFin"],
  recognises: named(LAYOUTS.sirene_histo.fileName),
  delimiter: LAYOUTS.sirene_histo.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.sirene_histo.header,
  schema: z.object({
    siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    dateFin: isoDate({ optional: true }).meta({
      description: "Dernier jour de la période ; vide si elle dure encore",
      unit: "date",
    }),
    dateDebut: isoDate({ optional: true }).meta({
      description: "Premier jour de la période ; vide s’il est inconnu",
      unit: "date",
    }),
    etatAdministratifEtablissement: text().meta({
      description: "État : A actif, F fermé",
      unit: "code",
    }),
    changementEtatAdministratifEtablissement: flag({ optional: true }).meta({
      description: "L’état a changé au début de la période",
      unit: "oui/non",
    }),
  }),
  skip: {
    sql: (cell) => `(${cell("dateDebut")} = '' AND ${cell("dateFin")} = '')
      OR ${cell("etatAdministratifEtablissement")} NOT IN ('A', 'F')`,
    reason: "sans date, ou état ni actif ni fermé",
    code: "undated-state",
  },
  siren: "left(siret, 9)",
  derived: [
    {
      column: "est_actif",
      type: "BOOLEAN",
      sql: "etatAdministratifEtablissement = 'A'",
      description: "L’établissement est actif pendant la période",
      unit: "oui/non",
    },
  ],
  period: "dateDebut",
};
