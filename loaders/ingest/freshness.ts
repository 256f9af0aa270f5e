import { type DuckDBConnection, queryRows } from "../duckdb.js";
import type { Source } from "../sources/source.js";
import { SOURCES } from "../sources/sources.js";
import type { SourceFreshness } from "./manifest.js";

interface Rule {
  /** Date, month or instant of a row. */
  column: string;
  /** `month`: the last month that is well filled; `event`: the last day something is known. */
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

/**
 * Sources that say something of every company at every month, whose last month may be half sent; and
 * those whose rows are dated by something else than what happened last: a debt counts for the month
 * after the 20th (§1.2), a request is known from its status and not from the month it asks for (§1.4).
 */
const PARTICULAR: Readonly<Record<string, Rule>> = {
  cotisation: { column: "periode_debut", kind: "month" },
  effectif: { column: "periode", kind: "month" },
  effectif_ent: { column: "periode", kind: "month" },
  debit: { column: "dt_trt_ecn", kind: "event" },
  apdemande: { column: "date_statut", kind: "event" },
};

/** How the freshness of a source is computed; undefined for a file of reference, without any date. */
export function freshnessRule({ name, period }: Pick<Source, "name" | "period">): Rule | undefined {
  return PARTICULAR[name] ?? (period ? { column: period, kind: "event" } : undefined);
}

/**
 * Last day or month that each source covers, from its rows and not from what anyone typed, which the
 * service does today (§3, pain 8). What is dated after the batch says nothing of it and does not count.
 */
export async function computeFreshness(
  connection: DuckDBConnection,
  dateFin: string,
  sources: readonly Source[] = SOURCES,
): Promise<SourceFreshness[]> {
  const freshness: SourceFreshness[] = [];
  for (const source of sources) {
    const rule = freshnessRule(source);
    if (!rule) continue;
    const sql = rule.kind === "month" ? monthSql : eventSql;
    const [row] = await queryRows<{ date: string | null }>(
      connection,
      sql(source.name, rule.column, dateFin),
    );
    const words = `${WORDS[rule.kind]} (colonne ${rule.column})`;
    freshness.push({ source: source.name, date: row?.date ?? null, rule: words });
  }
  return freshness;
}

function eventSql(source: string, column: string, dateFin: string): string {
  return `SELECT max("${column}")::DATE AS date FROM "${source}" WHERE "${column}" < DATE '${dateFin}'`;
}

function monthSql(source: string, column: string, dateFin: string): string {
  return `WITH months AS (
      SELECT date_trunc('month', "${column}")::DATE AS month, count(*) AS rows FROM "${source}"
      WHERE "${column}" < DATE '${dateFin}' GROUP BY ALL),
    compared AS (
      SELECT month, rows, median(rows) OVER (ORDER BY month
        ROWS BETWEEN ${USUAL} PRECEDING AND 1 PRECEDING) AS usual FROM months)
    SELECT max(month) AS date FROM compared WHERE rows >= ${COVERED} * coalesce(usual, 0)`;
}
