import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import { buildList } from "../../../models/lists/list.js";
import type { Level } from "../../../src/lib/levels.js";
import type { Model } from "../../../src/lib/model.js";
import { fixtureModel } from "../../fixtures/model.js";

/** A company of a small invented batch; what is not told is usual. */
export interface Invented {
  siren: string;
  level: Level;
  before?: Level;
  probability?: number;
  /** What the model reads; 1 is enough for a model of {@link modelOf} to give the higher level. */
  x?: 0 | 1;
  departement?: string;
  created?: string;
  procol?: string;
  /** Last day of a payment plan. */
  planUntil?: string;
}

/** A model of one indicator, by which only companies with it are flagged, or none when it is blind. */
export function modelOf(id: string, { blind = false } = {}): Model {
  const model = fixtureModel();
  const term = { ...model.terms.find(({ name }) => name === "ap_recente")!, feature: "x", mean: 0 };
  return {
    ...model,
    id,
    terms: [model.terms[0]!, { ...term, estimate: blind ? 0 : 4.1 }],
  };
}

/** Writes the snapshot, the features and the scores of a batch and makes its list. */
export async function listOf(
  root: string,
  { batch, model, companies, perDepartement = 200 }: Batch,
) {
  const place = (name: string) => join(root, name, batch);
  const folders = ["snapshots", "scores", "features"].map(place) as [string, string, string];
  const [snapshot, scores] = folders;
  const registry = join(root, "registry");
  for (const folder of [...folders, join(registry, model.id)])
    mkdirSync(folder, { recursive: true });
  const first = `20${batch.slice(0, 2)}-${batch.slice(2)}-01`;
  const features = join(folders[2], "features.parquet");
  await withDuckDB(async (connection) => {
    await connection.run(`CREATE TEMP TABLE invented AS SELECT * FROM (VALUES ${companies.map(row).join(", ")})
      t(siren, level, level_before, probability, x, departement, created, procol, until)`);
    for (const [table, query] of Object.entries(tables(first)))
      await copyToParquet(connection, query, join(snapshot, `${table}.parquet`));
    await copyToParquet(connection, scored(first, model.id), join(scores, "scores.parquet"));
    await copyToParquet(connection, featuresAt(first), features);
  });
  const manifest = {
    ...{ batch, dateFin: first, fictitious: true },
    tables: Object.keys(tables(first)).map((table) => ({ table, file: `${table}.parquet` })),
    freshness: [{ source: "debit", date: "2026-09-20", rule: "essai" }],
  };
  writeFileSync(join(snapshot, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(
    join(scores, "rules.json"),
    JSON.stringify({ month: first.slice(0, 7), rules: [] }),
  );
  writeFileSync(join(registry, model.id, "model.json"), JSON.stringify(model));
  return buildList({
    ...{ batch, snapshot, features, scores, registry, lists: join(root, "lists") },
    parameters: { recentYears: 3, perDepartement, historyLists: 8 },
  });
}

export interface Batch {
  batch: string;
  model: Model;
  companies: readonly Invented[];
  perDepartement?: number;
}

const PROBABILITIES: Record<Level, number> = { fort: 0.4, modere: 0.1, aucun: 0.01 };

function row(one: Invented): string {
  const { siren, level, before = level, probability = PROBABILITIES[level], x = 0 } = one;
  const text = (value: string | undefined) =>
    value === undefined ? "NULL::VARCHAR" : `'${value}'`;
  const { departement = "21", created = "2010-02-01", procol, planUntil } = one;
  const values = [siren, level, before].map(text).join(", ");
  return `(${values}, ${probability}::DOUBLE, ${x}, ${[departement, created, procol, planUntil].map(text).join(", ")})`;
}

const tables = (first: string): Record<string, string> => ({
  clean_sirene: `SELECT siren, siren || '00011' AS siret, true AS siege, departement, true AS est_actif
    FROM invented`,
  clean_sirene_ul: `SELECT siren, 'SOCIÉTÉ ' || siren AS raison_sociale, '5710' AS categorie_juridique,
    '43.21A' AS activite_principale, created::DATE AS date_creation FROM invented`,
  clean_procol_at_date: `SELECT siren, DATE '${first}' AS periode, procol AS libelle_procol
    FROM invented WHERE procol IS NOT NULL`,
  clean_delai: `SELECT siren || '00011' AS siret, DATE '2020-01-01' AS date_creation,
    until::DATE AS date_echeance FROM invented WHERE until IS NOT NULL`,
});

const scored = (first: string, model: string): string => `
  SELECT siren, DATE '${first}' AS periode, '${model}' AS model, 0::DOUBLE AS eta, probability,
    level_before, level, []::VARCHAR[] AS rules
  FROM invented ORDER BY siren`;

const featuresAt = (first: string): string => `
  SELECT siren, DATE '${first}' AS periode, x, 12::DOUBLE AS effectif,
    100.25::DOUBLE AS montant_part_ouvriere, 300::DOUBLE AS montant_part_patronale
  FROM invented ORDER BY siren`;
