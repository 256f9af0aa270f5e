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
  recognises: named(LAYOUTS.sirene_histo.fileName),
  delimiter: LAYOUTS.sirene_histo.delimiter,
  quotes: "strict",
  ignored: LAYOUTS.sirene_histo.header,
  schema: z.object({
    siret: siret().meta({ description: "Établissement" }),
    dateFin: isoDate({ optional: true }).meta({ description: "Dernier jour de la période" }),
    dateDebut: isoDate({ optional: true }).meta({ description: "Premier jour de la période" }),
    etatAdministratifEtablissement: text().meta({ description: "A actif, F fermé" }),
    changementEtatAdministratifEtablissement: flag({ optional: true }).meta({
      description: "L’état a changé au début de la période",
    }),
  }),
  skip: {
    sql: (cell) => `(${cell("dateDebut")} = '' AND ${cell("dateFin")} = '')
      OR ${cell("etatAdministratifEtablissement")} NOT IN ('A', 'F')`,
    reason: "sans date, ou état ni actif ni fermé",
  },
  siren: "left(siret, 9)",
  derived: [{ column: "est_actif", type: "BOOLEAN", sql: "etatAdministratifEtablissement = 'A'" }],
  period: "dateDebut",
};
