import { type DuckDBConnection, queryRows } from "../duckdb.js";
import type { SourceFreshness } from "./manifest.js";

interface Rule {
  source: string;
  column: string;
  /** `month`: a last month that is well filled; `event`: the last event. */
  kind: "month" | "event";
}

/** A month is covered when it has at least this share of the usual number of values. */
const COVERED = 0.5;

/** Months that make the usual. */
const USUAL = 12;

const WORDS = {
  month: `dernier mois d’avant le lot où le nombre de valeurs atteint la moitié de la médiane des ${USUAL} mois précédents`,
  event: "dernier jour, avant la fin du lot, où un événement est connu",
};

const RULES: readonly Rule[] = [
  { source: "cotisation", column: "periode_debut", kind: "month" },
  { source: "debit", column: "dt_trt_ecn", kind: "event" },
  { source: "delai", column: "date_creation", kind: "event" },
  { source: "ccsf", column: "date_de_traitement", kind: "event" },
  { source: "procol", column: "dt_effet", kind: "event" },
  { source: "effectif", column: "periode", kind: "month" },
  { source: "effectif_ent", column: "periode", kind: "month" },
  { source: "apdemande", column: "date_statut", kind: "event" },
  { source: "apconso", column: "mois", kind: "event" },
  { source: "sirene", column: "dateDernierTraitementEtablissement", kind: "event" },
  { source: "sirene_ul", column: "dateDernierTraitementUniteLegale", kind: "event" },
  { source: "sirene_histo", column: "dateDebut", kind: "event" },
  { source: "ratios_inpi", column: "date_cloture_exercice", kind: "event" },
];

/** Last day or month that each source covers, from its rows and not from what anyone typed. */
export async function computeFreshness(
  connection: DuckDBConnection,
  dateFin: string,
): Promise<SourceFreshness[]> {
  const freshness: SourceFreshness[] = [];
  for (const { source, column, kind } of RULES) {
    const [row] = await queryRows<{ date: string | null }>(
      connection,
      (kind === "month" ? monthSql : eventSql)(source, column, dateFin),
    );
    freshness.push({ source, date: row?.date ?? null, rule: WORDS[kind] });
  }
  return freshness;
}

function eventSql(source: string, column: string, dateFin: string): string {
  return `SELECT max(${column}) AS date FROM ${source} WHERE ${column} < DATE '${dateFin}'`;
}

function monthSql(source: string, column: string, dateFin: string): string {
  return `WITH months AS (
      SELECT date_trunc('month', ${column})::DATE AS month, count(*) AS rows FROM ${source}
      WHERE ${column} < DATE '${dateFin}' GROUP BY ALL),
    compared AS (
      SELECT month, rows, median(rows) OVER (ORDER BY month
        ROWS BETWEEN ${USUAL} PRECEDING AND 1 PRECEDING) AS usual FROM months)
    SELECT max(month) AS date FROM compared WHERE rows >= ${COVERED} * coalesce(usual, 0)`;
}
