import { EURO } from "../fields/amount.js";
import type { CleanTable } from "./table.js";

/**
 * Debt in euros at each month with an event; consumers fill forward (§1.2). At a month, a debt
 * (`debit_id`) is worth what its highest history number says, and keeps its last known value until
 * its next event: the running sum of the changes is the sum of the last known values.
 */
export const cleanDebit: CleanTable = {
  name: "clean_debit",
  title: "Dette sociale à chaque mois où elle change, par établissement",
  query: ({ within }) => `WITH known AS (
      SELECT siret, debit_id, periode_prise_en_compte AS periode, mt_po, mt_pp
      FROM (SELECT *, row_number() OVER () AS line FROM debit)
      WHERE ${within("left(siret, 9)")}
      QUALIFY row_number() OVER (PARTITION BY debit_id, periode_prise_en_compte
        ORDER BY num_hist_ecn DESC, dt_trt_ecn DESC, line DESC) = 1),
    changes AS (
      SELECT siret, periode,
        mt_po - coalesce(lag(mt_po) OVER history, 0) AS po,
        mt_pp - coalesce(lag(mt_pp) OVER history, 0) AS pp
      FROM known WINDOW history AS (PARTITION BY debit_id ORDER BY periode)),
    months AS (
      SELECT siret, periode, sum(po) AS po, sum(pp) AS pp FROM changes GROUP BY ALL)
    SELECT siret, periode,
      (sum(po) OVER past)::${EURO} AS part_ouvriere,
      (sum(pp) OVER past)::${EURO} AS part_patronale,
      periode = max(periode) OVER (PARTITION BY siret) AS is_last
    FROM months WINDOW past AS (PARTITION BY siret ORDER BY periode
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
  key: ["siret", "periode"],
  period: "periode",
  columns: {
    siret: { description: "Établissement", unit: "identifiant" },
    periode: {
      description: "Mois où la dette change ; elle reste la même jusqu’au changement suivant",
      unit: "date",
    },
    part_ouvriere: { description: "Dette, part ouvrière (salariale)", unit: "€" },
    part_patronale: { description: "Dette, part patronale", unit: "€" },
    is_last: { description: "Dernier changement connu de l’établissement", unit: "oui/non" },
  },
};
