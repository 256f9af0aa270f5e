import { z } from "zod";
import { siret } from "../fields/identifier.js";
import { moment } from "../fields/moment.js";
import { code, shapedText, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { SEGMENTS } from "./segments.js";
import { named, type Source } from "./source.js";

const several = (description: string) =>
  text({ optionalColumn: true }).meta({
    description: `${description} ; « | » les sépare`,
    unit: "code",
  });

const place = { optional: true, optionalColumn: true };

/**
 * Follow-ups of establishments in difficulty, their whole state at each event (sfor
 * `establishment_tracking_snapshots`, §5.3, §6). Not filtered by the perimeter: a follow-up counts
 * whatever became of the company. What people wrote, and their names, are refused.
 */
export const accompagnements: Source = {
  name: "accompagnements",
  title: "Signaux Faibles, accompagnements d’établissements",
  kind: "flow",
  key: ["tracking_id", "date_evenement"],
  recognises: named(LAYOUTS.accompagnements.fileName),
  delimiter: LAYOUTS.accompagnements.delimiter,
  quotes: "strict",
  refused: ["referents", "participants", "synthese", "commentaires", "contact", "user_email"],
  schema: z.object({
    tracking_id: text({ optional: false }).meta({
      description: "Numéro de l’accompagnement",
      unit: "identifiant",
    }),
    date_evenement: moment().meta({ description: "Instant de l’événement", unit: "instant" }),
    siret: siret().meta({ description: "Établissement", unit: "identifiant" }),
    state: code(["in_progress", "under_surveillance", "completed"]).meta({
      description: "État : en cours, sous surveillance, terminé ; un seul en cours par SIRET",
      unit: "code",
    }),
    criticite: code(["rouge", "orange", "vert"], place).meta({
      description: "Criticité, de rouge à vert",
      unit: "code",
    }),
    labels: several("Étiquettes (AR-PB, CIRI, Alerte MRE, Alerte DIRE)"),
    actions: several("Actions menées"),
    difficultes: several("Difficultés relevées"),
    reorientation_codefi: several("Réorientations décidées en CODEFI"),
    reseau: text({ optionalColumn: true }).meta({
      description: "Réseau qui accompagne : CRP, CODEFI…",
      unit: "code",
    }),
    segment: code(SEGMENTS).meta({ description: "Partenaire qui accompagne", unit: "code" }),
    departement: shapedText(/[0-9]{2}|2[AB]|9[78][0-9]/, "n’est pas un département", place).meta({
      description: "Département de l’établissement (COG)",
      unit: "code",
    }),
    region: shapedText(/[0-9]{2}/, "n’est pas une région (2 chiffres)", place).meta({
      description: "Région de l’établissement (COG)",
      unit: "code",
    }),
    taille: code(["TPE", "PME", "ETI", "GE"], place).meta({
      description: "Taille de l’entreprise",
      unit: "code",
    }),
    filiere: text({ optionalColumn: true }).meta({
      description: "Filière industrielle",
      unit: "—",
    }),
  }),
  derived: [
    {
      column: "siren",
      type: "VARCHAR",
      sql: "left(siret, 9)",
      description: "Entreprise",
      unit: "identifiant",
    },
  ],
  period: "date_evenement",
};
