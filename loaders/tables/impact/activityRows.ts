import {
  FOLLOWED_WITHIN_DAYS,
  READ_WITHIN_DAYS,
} from "../../../src/lib/impact/impactIndicators.js";
import type { Periodicity } from "../../../src/lib/impact/impactTable.js";
import { ALERTS as LISTED } from "../../../src/lib/listRecord.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";

/** A day of publication and a company it told of, above a threshold. */
const ALERTS = `(SELECT siren, list_name, date_publication, alert, premiere_alerte
  FROM clean_listes_detection
  WHERE alert IN (${literal(LISTED.fort)}, ${literal(LISTED.modere)}))`;

/** Follow-ups that began in the days after a list that told of their company. */
const FOLLOWED = `(SELECT DISTINCT siren, CAST(date_debut AS DATE) AS started
  FROM clean_accompagnements JOIN ${ALERTS} alerts USING (siren)
  WHERE CAST(date_debut AS DATE) BETWEEN date_publication
    AND date_publication + ${FOLLOWED_WITHIN_DAYS})`;

/** Counts of one month; those of no action are 0. */
export interface MonthActivity {
  month: string;
  entreprises_accompagnees_12m: number;
  utilisateurs_actifs: number;
  /** Agents active that month and the month before. */
  kept: number;
  /** Agents active that month and three months before. */
  keptLong: number;
  fiches_consultees: number;
  recherches: number;
  exports: number;
  suivis_ouverts_12m: number;
  suivis_en_cours: number;
  suivis_termines_12m: number;
  /** Twelve months of follow-ups are known; and twelve months of lists. */
  followedLong: boolean;
  listedLong: boolean;
}

/** Activity of each month up to `end`, the day after the last one, from the first action known. */
export function readMonths(connection: DuckDBConnection, end: string): Promise<MonthActivity[]> {
  const until = `DATE ${literal(end)}`;
  const started = (condition: string) =>
    `(SELECT count(*) FROM clean_accompagnements WHERE ${condition})`;
  const inYear = (day: string) =>
    `${day} < m + INTERVAL 1 MONTH AND ${day} >= m - INTERVAL 11 MONTH`;
  const done = (action: string) => `(SELECT count(*) FROM clean_journal_usage
     WHERE action = '${action}' AND date_trunc('month', date_action) = m)`;
  return queryRows<MonthActivity>(
    connection,
    `WITH seen AS (
       SELECT DISTINCT date_trunc('month', date_action) AS month, utilisateur
       FROM clean_journal_usage WHERE date_action < ${until}
     ), since AS (
       SELECT min(day) AS day FROM (
         SELECT min(month) AS day FROM seen UNION ALL
         SELECT min(date_trunc('month', date_debut)) FROM clean_accompagnements)
     ), months AS (
       SELECT CAST(unnest(generate_series(CAST(day AS TIMESTAMP), ${until} - INTERVAL 1 DAY, INTERVAL 1 MONTH)) AS DATE) AS m
       FROM since WHERE day IS NOT NULL
     )
     SELECT strftime(m, '%Y-%m') AS month,
       CAST((SELECT count(DISTINCT siren) FROM ${FOLLOWED}
         WHERE ${inYear("started")}) AS INTEGER)
         AS entreprises_accompagnees_12m,
       CAST((SELECT count(*) FROM seen WHERE month = m) AS INTEGER) AS utilisateurs_actifs,
       CAST((SELECT count(*) FROM seen now JOIN seen before USING (utilisateur)
         WHERE now.month = m AND before.month = m - INTERVAL 1 MONTH) AS INTEGER) AS kept,
       CAST((SELECT count(*) FROM seen now JOIN seen before USING (utilisateur)
         WHERE now.month = m AND before.month = m - INTERVAL 3 MONTH) AS INTEGER) AS keptLong,
       CAST(${done("fiche")} AS INTEGER) AS fiches_consultees,
       CAST(${done("recherche")} AS INTEGER) AS recherches,
       CAST(${done("export")} AS INTEGER) AS exports,
       CAST(${started(inYear("date_debut"))} AS INTEGER) AS suivis_ouverts_12m,
       CAST(${started("date_debut < m + INTERVAL 1 MONTH AND (date_fin IS NULL OR date_fin >= m + INTERVAL 1 MONTH)")} AS INTEGER)
         AS suivis_en_cours,
       CAST(${started(inYear("date_fin"))} AS INTEGER) AS suivis_termines_12m,
       coalesce(m - INTERVAL 11 MONTH >= (SELECT date_trunc('month', min(date_debut))
         FROM clean_accompagnements), false)
         AS followedLong,
       coalesce(m - INTERVAL 11 MONTH >= (SELECT date_trunc('month', min(date_publication))
         FROM clean_listes_detection), false) AS listedLong
     FROM months ORDER BY m`,
  );
}

const STEPS: Record<Periodicity, string> = { year: "YEAR", month: "MONTH", week: "WEEK" };

/**
 * Companies followed after a list in the twelve months up to the last day of each period before
 * `end`, from the first that has twelve months behind it. Weeks are those of ISO 8601.
 */
export async function readNorthStar(
  connection: DuckDBConnection,
  end: string,
): Promise<Record<Periodicity, { date: string; value: number }[]>> {
  const of = (step: string) =>
    queryRows<{ date: string; value: number }>(
      connection,
      `WITH next AS (
         SELECT CAST(unnest(generate_series(
           date_trunc('${step}', min(started) + INTERVAL 1 YEAR) + INTERVAL 1 ${step},
           date_trunc('${step}', DATE ${literal(end)}), INTERVAL 1 ${step})) AS DATE) AS day
         FROM ${FOLLOWED}
       )
       SELECT strftime(day - 1, '%Y-%m-%d') AS date,
         CAST((SELECT count(DISTINCT siren) FROM ${FOLLOWED}
           WHERE started < day AND started >= day - INTERVAL 1 YEAR) AS INTEGER) AS value
       FROM next ORDER BY date`,
    );
  return { year: await of(STEPS.year), month: await of(STEPS.month), week: await of(STEPS.week) };
}

export interface ListActivity {
  name: string;
  published: string;
  companies: number;
  fort: number;
  modere: number;
  firstAlerts: number;
  read: number;
  followed: number;
  readDone: boolean;
  followedDone: boolean;
}

/** The lists published before `end`, and what agents did of their companies in the days that count. */
export function readLists(connection: DuckDBConnection, end: string): Promise<ListActivity[]> {
  const until = `DATE ${literal(end)}`;
  const acted = (table: string, day: string, days: number, condition = "true") =>
    `SELECT DISTINCT siren, alerts.list_name FROM ${ALERTS} alerts JOIN ${table} USING (siren)
     WHERE ${condition} AND CAST(${day} AS DATE) BETWEEN date_publication AND date_publication + ${days}`;
  return queryRows<ListActivity>(
    connection,
    `WITH read AS (${acted("clean_journal_usage", "date_action", READ_WITHIN_DAYS, "action = 'fiche'")}),
     followed AS (${acted("clean_accompagnements", "date_debut", FOLLOWED_WITHIN_DAYS)})
     SELECT list_name AS name, strftime(date_publication, '%Y-%m-%d') AS published,
       CAST(count(*) AS INTEGER) AS companies,
       CAST(count(*) FILTER (alert = ${literal(LISTED.fort)}) AS INTEGER) AS fort,
       CAST(count(*) FILTER (alert = ${literal(LISTED.modere)}) AS INTEGER) AS modere,
       CAST(count(*) FILTER (premiere_alerte) AS INTEGER) AS firstAlerts,
       CAST(count(read.siren) AS INTEGER) AS read,
       CAST(count(followed.siren) AS INTEGER) AS followed,
       date_publication + ${READ_WITHIN_DAYS} < ${until} AS readDone,
       date_publication + ${FOLLOWED_WITHIN_DAYS} < ${until} AS followedDone
     FROM ${ALERTS} alerts LEFT JOIN read USING (siren, list_name)
       LEFT JOIN followed USING (siren, list_name)
     WHERE date_publication < ${until}
     GROUP BY list_name, date_publication ORDER BY published, name`,
  );
}

export interface QuarterActivity {
  /** `2026-T3`. */
  quarter: string;
  users: number;
  departements: number;
  partners: number;
}

/** Agents, départements and partners that acted in each quarter before `end`. */
export function readQuarters(
  connection: DuckDBConnection,
  end: string,
): Promise<QuarterActivity[]> {
  return queryRows(
    connection,
    `SELECT strftime(date_action, '%Y') || '-T' || quarter(date_action) AS quarter,
       CAST(count(DISTINCT utilisateur) AS INTEGER) AS users,
       CAST(count(DISTINCT zone) AS INTEGER) AS departements,
       CAST(count(DISTINCT segment) FILTER (segment <> 'autre') AS INTEGER) AS partners
     FROM clean_journal_usage WHERE date_action < DATE ${literal(end)} GROUP BY ALL ORDER BY ALL`,
  );
}

/** Agents of each partner that acted in each quarter before `end`. */
export function readPartners(
  connection: DuckDBConnection,
  end: string,
): Promise<{ quarter: string; segment: string; users: number }[]> {
  return queryRows(
    connection,
    `SELECT strftime(date_action, '%Y') || '-T' || quarter(date_action) AS quarter, segment,
       CAST(count(DISTINCT utilisateur) AS INTEGER) AS users
     FROM clean_journal_usage WHERE date_action < DATE ${literal(end)} GROUP BY ALL ORDER BY ALL`,
  );
}

export interface YearActivity {
  year: number;
  useful: number;
  useless: number;
  paid: number | null;
}

/** Ratings and credits paid of each year before `end` that has one or the other. */
export function readYears(connection: DuckDBConnection, end: string): Promise<YearActivity[]> {
  const until = `DATE ${literal(end)}`;
  return queryRows<YearActivity>(
    connection,
    `WITH rated AS (
       SELECT year(created_at) AS year, count(*) FILTER (useful) AS useful,
         count(*) FILTER (NOT useful) AS useless
       FROM clean_evaluations_liste WHERE created_at < ${until} GROUP BY ALL
     ), spent AS (
       SELECT year(mois) AS year, sum(cp_paye) AS paid FROM clean_depenses
       WHERE startup = 'signaux-faibles' AND mois < ${until} GROUP BY ALL
     )
     SELECT CAST(year AS INTEGER) AS year, CAST(coalesce(useful, 0) AS INTEGER) AS useful,
       CAST(coalesce(useless, 0) AS INTEGER) AS useless, CAST(paid AS DOUBLE) AS paid
     FROM rated FULL JOIN spent USING (year) ORDER BY year`,
  );
}

export interface Delays {
  year: number;
  act: "read" | "followed";
  companies: number;
  q25: number;
  median: number;
  q75: number;
}

/** Days from the publication of a first alert to what was first done, by year of publication. */
export function readDelays(connection: DuckDBConnection, end: string): Promise<Delays[]> {
  const first = (act: Delays["act"], table: string, day: string, condition: string) =>
    `SELECT alerts.siren, date_publication, '${act}' AS act,
       min(CAST(${day} AS DATE) - date_publication) AS days
     FROM ${ALERTS} alerts JOIN ${table} USING (siren)
     WHERE premiere_alerte AND ${condition} AND CAST(${day} AS DATE) BETWEEN date_publication
       AND date_publication + ${FOLLOWED_WITHIN_DAYS}
       AND date_publication + ${FOLLOWED_WITHIN_DAYS} < DATE ${literal(end)}
     GROUP BY ALL`;
  return queryRows<Delays>(
    connection,
    `SELECT CAST(year(date_publication) AS INTEGER) AS year, act,
       CAST(count(*) AS INTEGER) AS companies, quantile_cont(days, 0.25) AS q25,
       quantile_cont(days, 0.5) AS median, quantile_cont(days, 0.75) AS q75
     FROM (${first("read", "clean_journal_usage", "date_action", "action = 'fiche'")}
       UNION ALL ${first("followed", "clean_accompagnements", "date_debut", "true")})
     GROUP BY ALL ORDER BY year, act`,
  );
}

const LAST_YEAR = (day: string, end: string) =>
  `${day} < DATE ${literal(end)} AND ${day} >= DATE ${literal(end)} - INTERVAL 12 MONTH`;

export function readReasons(
  connection: DuckDBConnection,
  end: string,
): Promise<{ reason: string; useful: number; useless: number }[]> {
  return queryRows(
    connection,
    `SELECT coalesce(reason, '') AS reason, CAST(count(*) FILTER (useful) AS INTEGER) AS useful,
       CAST(count(*) FILTER (NOT useful) AS INTEGER) AS useless
     FROM clean_evaluations_liste WHERE ${LAST_YEAR("created_at", end)}
     GROUP BY ALL ORDER BY reason`,
  );
}

/** Follow-ups started before `end` in each département, since the first. */
export function readDepartements(
  connection: DuckDBConnection,
  end: string,
): Promise<{ code: string; started: number }[]> {
  return queryRows(
    connection,
    `SELECT departement AS code, CAST(count(*) AS INTEGER) AS started
     FROM clean_accompagnements WHERE departement IS NOT NULL AND date_debut < DATE ${literal(end)}
     GROUP BY ALL ORDER BY code`,
  );
}

/** Follow-ups started before `end`, by their state and criticality. */
export function readStates(
  connection: DuckDBConnection,
  end: string,
): Promise<{ state: string; criticality: string; count: number }[]> {
  return queryRows(
    connection,
    `SELECT state, coalesce(criticite, '') AS criticality, CAST(count(*) AS INTEGER) AS count
     FROM clean_accompagnements WHERE date_debut < DATE ${literal(end)}
     GROUP BY ALL ORDER BY ALL`,
  );
}

/** A follow-up redirected to several bodies counts for each; one that was not, under "". */
export function readRedirections(
  connection: DuckDBConnection,
  end: string,
): Promise<{ kind: string; count: number }[]> {
  return queryRows(
    connection,
    `SELECT trim(kind) AS kind, CAST(count(*) AS INTEGER) AS count
     FROM (SELECT unnest(string_split(coalesce(reorientation_codefi, ''), '|')) AS kind
       FROM clean_accompagnements WHERE ${LAST_YEAR("date_debut", end)})
     GROUP BY ALL ORDER BY kind`,
  );
}
