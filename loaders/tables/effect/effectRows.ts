import { EFFECT_HORIZONS } from "../../../src/lib/effect/effectTable.js";
import { FOLLOWED_WITHIN_DAYS } from "../../../src/lib/impact/impactIndicators.js";
import { ALERTS } from "../../../src/lib/listRecord.js";
import { a10OfLeaf } from "../../../src/lib/naf.js";
import { debtChanges } from "../../clean/forwardFill.js";
import { type DuckDBConnection, literal, queryRows } from "../../duckdb.js";

/** How many first follow-ups are out of the study, and why. */
export interface Selection {
  all: number;
  unlisted: number;
  inProceeding: number;
}

/** A company at the start of a follow-up, its own or that of the company it may be compared with. */
export interface Subject {
  siren: string;
  /** SIREN of the company followed: itself, or the one it may be compared with. */
  followed: string;
  started: string;
  /** From 0 to 1. */
  score: number;
  employees: number;
  employeesBefore: number | null;
  debt: number;
  lists: number;
  /** Followed in its turn within the longest horizon. */
  followedLater: boolean;
  /** By horizon; null: not known yet. */
  procedure: (boolean | null)[];
  liquidation: (boolean | null)[];
  /** Employees so long after, 0 for none declared; null: not known yet. */
  employeesAfter: (number | null)[];
  debtAfter: (number | null)[];
}

const LONGEST = EFFECT_HORIZONS.at(-1)!;
const YEAR = "INTERVAL 12 MONTH";

/** What the study reads of the snapshot: companies of `createScope`, lists, follow-ups, debts. */
export async function createStudy(connection: DuckDBConnection, end: string): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE study_sector (leaf VARCHAR, a10 VARCHAR);
    CREATE OR REPLACE TEMP TABLE study_alert AS
      SELECT siren, list_name, date_publication, alert, score / 100 AS score
      FROM clean_listes_detection
      WHERE alert IN (${literal(ALERTS.fort)}, ${literal(ALERTS.modere)}) AND score IS NOT NULL;
    CREATE OR REPLACE TEMP TABLE study_first AS
      SELECT siren, min(CAST(date_debut AS DATE)) AS started
      FROM clean_accompagnements WHERE date_debut < DATE ${literal(end)} GROUP BY siren;
    CREATE OR REPLACE TEMP TABLE study_debt AS
      SELECT siren, periode,
        sum(ouvriere + patronale) OVER (PARTITION BY siren ORDER BY periode) AS debt
      FROM (${debtChanges()});`);
  const leaves = await queryRows<{ leaf: string }>(
    connection,
    "SELECT DISTINCT leaf FROM company ORDER BY leaf",
  );
  if (leaves.length > 0) {
    const rows = leaves.map(({ leaf }) => `(${literal(leaf)}, ${literal(a10OfLeaf(leaf))})`);
    await connection.run(`INSERT INTO study_sector VALUES ${rows.join(", ")}`);
  }
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE study_followed AS
    SELECT study_first.*, list_name, date_publication, alert, score,
      EXISTS (FROM clean_procol_at_date p WHERE p.siren = study_first.siren
        AND p.periode = date_trunc('month', started)) AS in_proceeding
    FROM study_first LEFT JOIN study_alert ON study_alert.siren = study_first.siren
      AND started BETWEEN date_publication AND date_publication + ${FOLLOWED_WITHIN_DAYS}
    QUALIFY row_number() OVER (PARTITION BY study_first.siren
      ORDER BY date_publication DESC NULLS LAST, list_name) = 1`);
}

export async function readSelection(connection: DuckDBConnection): Promise<Selection> {
  const [row] = await queryRows<Selection>(
    connection,
    `SELECT CAST(count(*) AS INTEGER) AS "all",
       CAST(count(*) FILTER (list_name IS NULL) AS INTEGER) AS unlisted,
       CAST(count(*) FILTER (list_name IS NOT NULL AND in_proceeding) AS INTEGER) AS "inProceeding"
     FROM study_followed`,
  );
  return row!;
}

/** A company followed, and those of its list, level and A10 sector that are not yet nor in a proceeding. */
const SUBJECTS = `
  WITH studied AS (
    SELECT study_followed.*, a10 FROM study_followed
    JOIN company USING (siren) JOIN study_sector USING (leaf)
    WHERE list_name IS NOT NULL AND NOT in_proceeding
  )
  SELECT siren, siren AS followed, started, date_publication, score FROM studied
  UNION ALL
  SELECT other.siren, studied.siren, studied.started, studied.date_publication, other.score
  FROM studied JOIN study_alert other USING (list_name, date_publication, alert)
  JOIN company ON company.siren = other.siren
  JOIN study_sector ON study_sector.leaf = company.leaf AND study_sector.a10 = studied.a10
  LEFT JOIN study_first ON study_first.siren = other.siren
  WHERE other.siren <> studied.siren
    AND (study_first.started IS NULL OR study_first.started > studied.started)
    AND NOT EXISTS (FROM clean_procol_at_date p WHERE p.siren = other.siren
      AND p.periode = date_trunc('month', studied.started))`;

/** A value known at a date: the last one, no older than a year for a headcount. */
const employeesAt = (day: string): string =>
  `(SELECT arg_max(effectif_ent, periode) FROM clean_effectif_ent e
    WHERE e.siren = subject.siren AND e.periode <= ${day} AND e.periode > ${day} - ${YEAR})`;
const debtAt = (day: string): string =>
  `coalesce((SELECT CAST(arg_max(debt, periode) AS DOUBLE) FROM study_debt d
    WHERE d.siren = subject.siren AND d.periode <= ${day}), 0)`;
const opened = (months: number, action: string): string =>
  `EXISTS (FROM clean_procol p WHERE p.siren = subject.siren AND p.stade_procol = 'ouverture'
    ${action} AND p.date_effet > started AND p.date_effet <= started + to_months(${months}))`;
/** An array by horizon; null where the source does not reach that far. */
const byHorizon = (last: string, value: (months: number) => string): string =>
  `[${EFFECT_HORIZONS.map(
    (months) => `CASE WHEN started + to_months(${months}) < ${last} + INTERVAL 1 MONTH
      THEN ${value(months)} END`,
  ).join(", ")}]`;

/**
 * Companies of the study, in the order of the starts: what is known of each then, and what became of
 * it. Those without a known headcount at the start are left out: outcomes are told from it.
 */
export function readSubjects(connection: DuckDBConnection): Promise<Subject[]> {
  return queryRows<Subject>(
    connection,
    `WITH subject AS (${SUBJECTS}), known AS (
       SELECT subject.siren, followed, CAST(started AS VARCHAR) AS started, score,
         ${employeesAt("started")} AS employees,
         ${employeesAt(`(started - ${YEAR})`)} AS "employeesBefore",
         ${debtAt("started")} AS debt,
         CAST((SELECT count(*) FROM study_alert a WHERE a.siren = subject.siren
           AND a.date_publication <= subject.date_publication
           AND a.date_publication > subject.date_publication - ${YEAR}) AS INTEGER) AS lists,
         subject.siren <> followed AND EXISTS (FROM study_first f WHERE f.siren = subject.siren
           AND f.started <= subject.started + to_months(${LONGEST})) AS "followedLater",
         ${byHorizon("procol_last", (months) => opened(months, ""))} AS procedure,
         ${byHorizon("procol_last", (months) => opened(months, "AND p.action_procol = 'liquidation'"))}
           AS liquidation,
         ${byHorizon(
           "last",
           (months) => `coalesce((SELECT max(effectif_ent) FROM clean_effectif_ent e
             WHERE e.siren = subject.siren
             AND e.periode = date_trunc('month', started + to_months(${months}))), 0)`,
         )}
           AS "employeesAfter",
         ${byHorizon("debt_last", (months) => debtAt(`(started + to_months(${months}))`))}
           AS "debtAfter"
       FROM subject, scope)
     SELECT * FROM known WHERE employees > 0
     ORDER BY started, followed, siren <> followed, siren`,
  );
}
