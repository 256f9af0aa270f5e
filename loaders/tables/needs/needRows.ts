import type { MatchStatus } from "../../../src/lib/needs/needStatus.js";
import { FAST_DAYS, FASTER_DAYS, wholeDaysSql } from "../../../src/lib/needs/responseTimes.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";

const QUARTER = (moment: string) => `strftime(${moment}, '%Y') || '-T' || quarter(${moment})`;

/** Needs by month and state, on the views of `createNeedViews`. */
export function readStates(
  connection: DuckDBConnection,
): Promise<{ month: string; state: MatchStatus; needs: number }[]> {
  return queryRows(
    connection,
    `SELECT strftime(sent, '%Y-%m') AS month, state, CAST(count(*) AS INTEGER) AS needs
     FROM need GROUP BY ALL ORDER BY ALL`,
  );
}

export interface FastCount {
  quarter: string;
  fast: number;
  base: number;
}

/** Answers in time and what they are counted among, by quarter of sending, for each definition. */
export async function readFast(
  connection: DuckDBConnection,
): Promise<Record<"2022" | "2024" | "2026", FastCount[]>> {
  const ofNeeds = (days: string) =>
    queryRows<FastCount>(
      connection,
      `SELECT ${QUARTER("sent")} AS quarter,
         CAST(count(*) FILTER (${days} < ${FAST_DAYS}) AS INTEGER) AS fast,
         CAST(count(*) AS INTEGER) AS base
       FROM need WHERE ${days} IS NOT NULL GROUP BY ALL ORDER BY ALL`,
    );
  const ofRequests = queryRows<FastCount>(
    connection,
    `WITH answered AS (
       SELECT request FROM need GROUP BY request HAVING bool_and(state <> 'quo')
     ), first AS (
       SELECT id_sollicitation AS request, min(date_sollicitation) AS filed,
         min(date_transmission) AS sent, min(date_prise_en_charge) AS taken
       FROM sent_match WHERE date_sollicitation IS NOT NULL GROUP BY ALL
     )
     SELECT ${QUARTER("sent")} AS quarter,
       CAST(count(*) FILTER (taken BETWEEN filed AND filed + INTERVAL ${FAST_DAYS} DAY) AS INTEGER) AS fast,
       CAST(count(*) AS INTEGER) AS base
     FROM first JOIN answered USING (request) GROUP BY ALL ORDER BY ALL`,
  );
  return {
    2022: await ofRequests,
    2024: await ofNeeds("days_from_request"),
    2026: await ofNeeds("days_from_sending"),
  };
}

/** States, and answers in time among those with an exchange, of what was sent in a quarter. */
export interface FunnelCount {
  quarter: string;
  base: number;
  quo: number;
  refused: number;
  done: number;
  exchanged: number;
  fast: number;
  faster: number;
}

export async function readFunnels(
  connection: DuckDBConnection,
): Promise<{ needs: FunnelCount[]; matches: FunnelCount[] }> {
  const funnel = (rows: string) =>
    queryRows<FunnelCount>(
      connection,
      `SELECT ${QUARTER("sent")} AS quarter, CAST(count(*) AS INTEGER) AS base,
         CAST(count(*) FILTER (state = 'quo') AS INTEGER) AS quo,
         CAST(count(*) FILTER (state = 'not_for_me') AS INTEGER) AS refused,
         CAST(count(*) FILTER (state = 'done') AS INTEGER) AS done,
         CAST(count(days) AS INTEGER) AS exchanged,
         CAST(count(*) FILTER (days < ${FAST_DAYS}) AS INTEGER) AS fast,
         CAST(count(*) FILTER (days < ${FASTER_DAYS}) AS INTEGER) AS faster
       FROM (${rows}) GROUP BY ALL ORDER BY ALL`,
    );
  const days = wholeDaysSql("date_transmission", "date_prise_en_charge");
  return {
    needs: await funnel("SELECT sent, state, days_from_sending AS days FROM need"),
    matches: await funnel(
      `SELECT date_transmission AS sent, statut_mise_en_relation AS state,
         CASE WHEN statut_mise_en_relation IN ('done', 'done_no_help') THEN ${days} END AS days
       FROM sent_match`,
    ),
  };
}

export interface KindCount {
  name: string;
  needs: number;
  helped: number;
}

/** Needs sent in the twelve months before `end` and those closed with help, by a column of `need`. */
export function readKinds(
  connection: DuckDBConnection,
  column: "theme" | "channel" | "region" | "size" | "sector",
  end: string,
): Promise<KindCount[]> {
  return queryRows<KindCount>(
    connection,
    `SELECT coalesce(${column}, '') AS name, CAST(count(*) AS INTEGER) AS needs,
       CAST(count(*) FILTER (state = 'done') AS INTEGER) AS helped
     FROM need WHERE sent >= DATE ${literal(end)} - INTERVAL 12 MONTH
     GROUP BY ALL ORDER BY needs DESC, name`,
  );
}

export interface NeedsYearCount {
  year: number;
  needs: number;
  companies: number;
  numbered: number;
  answers: number;
  satisfied: number;
  abandoned: number;
  requalified: number;
}

/** Needs of each year; its companies are counted once, where the export numbers them. */
export function readNeedYears(connection: DuckDBConnection): Promise<NeedsYearCount[]> {
  const count = (condition: string) => `CAST(count(*) FILTER (${condition}) AS INTEGER)`;
  return queryRows<NeedsYearCount>(
    connection,
    `SELECT CAST(year(sent) AS INTEGER) AS year, CAST(count(*) AS INTEGER) AS needs,
       CAST(count(DISTINCT establishment) AS INTEGER) AS companies,
       CAST(count(establishment) AS INTEGER) AS numbered,
       ${count("answered")} AS answers, ${count("answered AND satisfied")} AS satisfied,
       ${count("abandoned")} AS abandoned, ${count("requalified")} AS requalified
     FROM need GROUP BY ALL ORDER BY year`,
  );
}
