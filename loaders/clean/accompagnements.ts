import { accompagnements } from "../sources/accompagnements.js";
import { describedColumns } from "./described.js";
import type { CleanTable } from "./table.js";

const EVENT = describedColumns(accompagnements);

/** What the last event says of the follow-up. */
const LAST = [
  ...["siret", "siren", "state", "criticite", "labels", "actions", "difficultes"],
  ...["reorientation_codefi", "reseau", "segment", "departement", "region", "taille", "filiere"],
];

/**
 * Follow-ups, one row each: opened at their first event, in the state of the last one, closed when
 * that one completes them (§5.3).
 */
export const cleanAccompagnements: CleanTable = {
  name: "clean_accompagnements",
  title: "Accompagnements, un par ligne",
  query: () => `SELECT tracking_id, min(date_evenement) OVER life AS date_debut,
      CASE WHEN state = 'completed' THEN date_evenement END AS date_fin,
      first_value(criticite) OVER (life ORDER BY date_evenement, line) AS criticite_initiale,
      ${LAST.join(", ")}
    FROM (SELECT *, row_number() OVER () AS line FROM accompagnements)
    WINDOW life AS (PARTITION BY tracking_id)
    QUALIFY row_number() OVER (life ORDER BY date_evenement DESC, line DESC) = 1`,
  key: ["tracking_id"],
  period: "date_debut",
  columns: {
    tracking_id: EVENT.tracking_id!,
    date_debut: { description: "Ouverture de l’accompagnement", unit: "instant" },
    date_fin: { description: "Fin ; vide tant qu’il dure", unit: "instant", nullable: true },
    criticite_initiale: {
      description: "Criticité à l’ouverture, de rouge à vert",
      unit: "code",
      nullable: true,
    },
    ...Object.fromEntries(LAST.map((column) => [column, EVENT[column]!])),
  },
};
