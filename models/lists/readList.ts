import { existsSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, literal, queryRows, withDuckDB } from "../../loaders/duckdb.js";
import { openSnapshot } from "../../loaders/snapshot.js";
import type { Level } from "../../src/lib/levels.js";
import type { Filterable } from "../../src/lib/lists/filters.js";
import { LIST } from "./former.js";

/** A company of a list, with what its file for the departments shows besides (§5.2). */
export interface ListRow extends Filterable {
  list: string;
  siret: string | null;
  departement: string | null;
  created: string | null;
  levelBefore: Level;
  rules: string[];
  probability: number;
  /** Contribution of each group to the log-odds; null when the model has none. */
  parts: Record<ScorePart, number | null>;
  /** A follow-up runs; null when the batch has no such source. */
  followed: boolean | null;
}

/** Groups of the score whose detail the file gives. */
export type ScorePart = "emploi" | "sante_financiere" | "dette_sociale" | "activite_partielle";

export interface ReadListOptions {
  /** Folder of the list. */
  list: string;
  /** Folder of `contributions.parquet`. */
  scores: string;
  snapshot: string;
}

type Row = Omit<ListRow, "parts" | "present" | "commune" | "apeLabel"> &
  Record<ScorePart, number | null>;

/**
 * Companies of a list, the likeliest first. A company is in the département of its head office; the
 * commune and the wording of its activity are not in the list.
 */
export async function readList(options: ReadListOptions): Promise<ListRow[]> {
  const rows = await withDuckDB(
    async (connection) => {
      const { tables } = await openSnapshot(connection, options.snapshot);
      const hasFollowUps = tables.some(({ table }) => table === "clean_accompagnements");
      await createParts(connection, join(options.scores, "contributions.parquet"));
      return queryRows<Row>(connection, query(join(options.list, LIST), hasFollowUps));
    },
    { threads: 1 },
  );
  return rows.map(({ emploi, sante_financiere, dette_sociale, activite_partielle, ...row }) => ({
    ...row,
    present: row.departement ? [row.departement] : [],
    ...{ commune: null, apeLabel: null },
    parts: { emploi, sante_financiere, dette_sociale, activite_partielle },
  }));
}

const PARTS: readonly ScorePart[] = [
  "emploi",
  "sante_financiere",
  "dette_sociale",
  "activite_partielle",
];

async function createParts(connection: DuckDBConnection, file: string): Promise<void> {
  const sums = PARTS.map(
    (part) => `sum(contribution) FILTER ("group" = ${literal(part)}) AS ${part}`,
  );
  const source = existsSync(file)
    ? `read_parquet(${literal(file)})`
    : `(SELECT NULL::VARCHAR AS siren, NULL::VARCHAR AS "group", NULL::DOUBLE AS contribution)`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE parts AS SELECT siren, ${sums.join(", ")} FROM ${source} GROUP BY siren`,
  );
}

function query(file: string, hasFollowUps: boolean): string {
  const followed = hasFollowUps
    ? "siren IN (SELECT siren FROM clean_accompagnements WHERE date_fin IS NULL)"
    : "NULL::BOOLEAN";
  return `SELECT list, siren, siret, raison_sociale AS name, departement, section, ape, procol, created,
      categorie_juridique AS "legalCategory", effectif::DOUBLE AS effectif, dette AS debt, level,
      level_before AS "levelBefore", rules, probability, first_alert AS "firstAlert", recent, alerts,
      lists, delai AS plan, retraitee, ${PARTS.join(", ")}, ${followed} AS followed
    FROM read_parquet(${literal(file)}) LEFT JOIN parts USING (siren)
    ORDER BY probability DESC, siren`;
}
