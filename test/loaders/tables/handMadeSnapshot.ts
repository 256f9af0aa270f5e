import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import type { Manifest } from "../../../loaders/ingest/manifest.js";
import { type CleanRows, createCleanTables, freshAt } from "./cleanTables.js";

const TABLES = [
  "clean_filter",
  "clean_sirene",
  "clean_sirene_ul",
  "clean_effectif_ent",
  "clean_debit",
  "clean_ap",
  "clean_procol",
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
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest()));
}

function manifest(): Manifest {
  return {
    batch: "2610",
    dateFin: "2026-10-01",
    fictitious: true,
    complete: true,
    perimeter: { kind: "given", companies: 0, detail: "essai" },
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
        rejectsFile: null,
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
    ...freshAt("2026-09-30"),
  };
}

/** Writes scores by level for one month: `companies` of each level. */
export async function writeScores(file: string, levels: Record<string, number>): Promise<void> {
  const rows = Object.entries(levels).flatMap(([level, companies]) =>
    Array.from({ length: companies }, (_, n) => `('${level}-${n}', DATE '2026-08-01', '${level}')`),
  );
  await withDuckDB((connection) =>
    copyToParquet(
      connection,
      `FROM (VALUES ${rows.join(", ")}) scores(siren, periode, level)`,
      file,
    ),
  );
}
