import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import type { Manifest } from "../../../loaders/ingest/manifest.js";
import { type CleanRows, createCleanTables, freshAt } from "./cleanTables.js";
import { sirenOf } from "./companies.js";

const TABLES = [
  "clean_historique",
  "clean_sirene",
  "clean_sirene_ul",
  "clean_effectif_ent",
  "clean_debit",
  "clean_ap",
  "clean_procol",
  "clean_procol_at_date",
  "clean_delai",
  "clean_cotisation",
  "clean_ratios",
];

/** Writes hand-made tables as a snapshot folder that `openSnapshot` opens. */
export async function writeSnapshot(folder: string, rows: CleanRows): Promise<void> {
  await mkdir(folder, { recursive: true });
  await withDuckDB(async (connection) => {
    await createCleanTables(connection, rows);
    for (const table of TABLES) {
      await copyToParquet(
        connection,
        `FROM ${table} ORDER BY ALL`,
        join(folder, `${table}.parquet`),
      );
    }
  });
  await mkdir(join(folder, "rejects"), { recursive: true });
  await withDuckDB((connection) =>
    copyToParquet(
      connection,
      `SELECT 3 AS line, 'type-error' AS code, 'Dt_trt_ecn' AS "column", '732829320' AS value,
        'refus' AS message, '732829320;…' AS raw`,
      join(folder, REJECTS),
    ),
  );
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest()));
}

const REJECTS = "rejects/sigfaible_debits.csv.parquet";

function manifest(): Manifest {
  return {
    batch: "2610",
    dateFin: "2026-10-01",
    fictitious: true,
    complete: true,
    files: [
      {
        file: "sigfaible_debits.csv",
        source: "debit",
        sha256: "0".repeat(64),
        bytes: 120,
        parsed: 10,
        valid: 7,
        rejected: 1,
        skipped: 2,
        blank: 3,
        fatal: null,
        messages: 1,
        rejectsFile: REJECTS,
        encoding: "utf-8",
        compression: null,
        faults: [{ code: "type-error", column: "Dt_trt_ecn", rows: 1 }],
        refused: [],
        skips: [],
        notices: [],
      },
    ],
    tables: TABLES.map((table) => ({
      table,
      rows: 0,
      periods: [null, null],
      file: `${table}.parquet`,
      sha256: "",
    })),
    attachments: [],
    previous: null,
    changes: [],
    absent: [{ source: "bdf", retired: true, effect: "sa table est vide" }],
    alerts: [
      {
        id: "debit.motif_ecn.values",
        table: "debit",
        column: "motif_ecn",
        measure: "values",
        before: null,
        now: 0.4,
        threshold: 0.1,
        message: "debit, colonne motif_ecn : valeur nouvelle « 732829320 »",
        accepted: null,
      },
    ],
    ...freshAt("2026-09-30"),
  };
}

/** Writes scores by level for one month: `companies` of each level. */
export async function writeScores(file: string, levels: Record<string, number>): Promise<void> {
  let company = 0;
  const rows = Object.entries(levels).flatMap(([level, companies]) =>
    Array.from(
      { length: companies },
      () => `('${sirenOf(company++)}', DATE '2026-08-01', '${level}')`,
    ),
  );
  await withDuckDB((connection) =>
    copyToParquet(
      connection,
      `FROM (VALUES ${rows.join(", ")}) scores(siren, periode, level)`,
      file,
    ),
  );
}
