import { z } from "zod";
import { siren } from "../fields/identifier.js";
import { moment } from "../fields/moment.js";
import { looseInteger } from "../fields/number.js";
import { code, shapedText, text } from "../fields/text.js";
import { LAYOUTS } from "./layouts.js";
import { SEGMENTS } from "./segments.js";
import { named, type Source } from "./source.js";

/**
 * What agents did in the service: the `logs` of datapi, the visits, `list_export_logs` and
 * `out_of_zone_accesses` of sfor (§6). People are pseudonyms; their addresses and tokens are refused.
 */
export const journalUsage: Source = {
  name: "journal_usage",
  title: "Signaux Faibles, journal d’usage du service",
  kind: "flow",
  key: ["date_action", "utilisateur", "action", "siren", "list_name"],
  recognises: named(LAYOUTS.journal_usage.fileName),
  delimiter: LAYOUTS.journal_usage.delimiter,
  quotes: "strict",
  ignored: ["path", "method", "active_filters"],
  refused: ["user_email", "email", "user_name", "token", "body", "ip"],
  schema: z.object({
    date_action: moment().meta({ description: "Instant de l’action", unit: "instant" }),
    utilisateur: shapedText(/[A-Za-z0-9_-]{1,64}/, "n’est pas un pseudonyme").meta({
      description: "Pseudonyme de l’utilisateur, le même d’un mois à l’autre",
      unit: "identifiant",
    }),
    segment: code(SEGMENTS).meta({ description: "Partenaire de l’utilisateur", unit: "code" }),
    zone: text().meta({
      description: "Département de l’utilisateur, vide pour une équipe nationale",
      unit: "code",
    }),
    action: code(["connexion", "recherche", "fiche", "liste", "export", "hors_zone"]).meta({
      description: "Ce qui a été fait ; hors_zone : fiche ouverte hors de sa zone",
      unit: "code",
    }),
    siren: siren({ optional: true, optionalColumn: true }).meta({
      description: "Entreprise consultée",
      unit: "identifiant",
    }),
    list_name: text({ optionalColumn: true }).meta({
      description: "Liste de détection consultée ou exportée",
      unit: "—",
    }),
    results_count: looseInteger({ optional: true, optionalColumn: true, minimum: 0 }).meta({
      description: "Lignes rendues par une recherche ou un export",
      unit: "nombre",
    }),
  }),
  period: "date_action",
};
