import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  copyToParquet,
  type DuckDBConnection,
  queryRows,
  withDuckDB,
} from "../../../loaders/duckdb.js";
import type { SourceFreshness } from "../../../loaders/ingest/manifest.js";
import { createFeatures } from "../../../models/features/create.js";
import { parseBatch } from "../../../src/lib/batch.js";

/** A company of the tests, its main and second establishments. */
export const A = "100000000";
export const A1 = `${A}00011`;
export const A2 = `${A}00029`;
/** A company that only dates the sources: it has one fact of each at every month. */
const DATED = "900000000";

/** Empty tables, with the columns of the snapshot that features read. */
const SCHEMA = `
  CREATE TABLE clean_historique(siren VARCHAR);
  CREATE TABLE cotisation(siret VARCHAR, periode_debut DATE, periode_fin DATE, cotis_due DECIMAL(18, 2));
  CREATE TABLE clean_debit(siret VARCHAR, periode DATE, part_ouvriere DECIMAL(18, 2), part_patronale DECIMAL(18, 2));
  CREATE TABLE clean_effectif_ent(siren VARCHAR, periode DATE, effectif_ent INTEGER);
  CREATE TABLE clean_ap(siret VARCHAR, siren VARCHAR, periode DATE, etp_autorise DOUBLE, etp_consomme DOUBLE, motif_recours VARCHAR);
  CREATE TABLE clean_delai(siret VARCHAR, date_creation DATE, date_echeance DATE, duree_delai INTEGER, montant_echeancier DECIMAL(18, 2), stade VARCHAR, action VARCHAR);
  CREATE TABLE clean_procol(siren VARCHAR, date_effet DATE, action_procol VARCHAR, stade_procol VARCHAR, libelle_procol VARCHAR);
  CREATE TABLE clean_procol_at_date(siren VARCHAR, periode DATE, date_effet DATE, action_procol VARCHAR, stade_procol VARCHAR, libelle_procol VARCHAR);
  CREATE TABLE clean_sirene_ul(siren VARCHAR, activite_principale VARCHAR, date_creation DATE);
  CREATE TABLE clean_sirene(siren VARCHAR, siret VARCHAR, siege BOOLEAN, departement VARCHAR, region VARCHAR, est_actif BOOLEAN);
  CREATE TABLE clean_paydex(siren VARCHAR, periode DATE, nb_jours INTEGER, nombre_fournisseurs INTEGER, encours DECIMAL(18, 2), fpi_30 INTEGER, fpi_90 INTEGER);
  CREATE TABLE bdf(d1 VARCHAR, annee INTEGER, arrete_bilan DATE, poids_frng DOUBLE, tx_marge DOUBLE, delai_frs DOUBLE, poids_dfisc_soc DOUBLE, poids_fin_ct DOUBLE, poids_frais_fin DOUBLE);
  CREATE TABLE clean_ratios(siren VARCHAR, date_cloture DATE, chiffre_d_affaires DECIMAL(18, 2),
    marge_brute DECIMAL(18, 2), ebit DECIMAL(18, 2), resultat_net DECIMAL(18, 2),
    autonomie_financiere DOUBLE, taux_d_endettement DOUBLE, ratio_de_liquidite DOUBLE,
    ratio_de_vetuste DOUBLE, marge_ebe DOUBLE, caf_sur_ca DOUBLE,
    resultat_courant_avant_impots_sur_ca DOUBLE, poids_bfr_exploitation_sur_ca DOUBLE,
    couverture_des_interets DOUBLE, capacite_de_remboursement DOUBLE,
    rotation_des_stocks_jours DOUBLE, credit_clients_jours DOUBLE, credit_fournisseurs_jours DOUBLE);`;

/** Company A employs 10 people and owes 100 € a month from January 2023 to December 2025. */
const BASE = `
  INSERT INTO clean_historique VALUES ('${A}');
  INSERT INTO cotisation SELECT '${A1}', m::DATE, m::DATE + INTERVAL 1 MONTH, 100 FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);
  INSERT INTO clean_effectif_ent SELECT '${A}', m::DATE, 10 FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);
  INSERT INTO clean_debit SELECT '${DATED}00011', m::DATE, 1, 1 FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);
  INSERT INTO clean_ap SELECT '${DATED}00011', '${DATED}', m::DATE, 1, 1, NULL FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);
  INSERT INTO clean_delai SELECT '${DATED}00011', m::DATE, m::DATE + 60, 60, 1, 'APPROB', 'SUR PO' FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);
  INSERT INTO clean_paydex SELECT '${DATED}', m::DATE, 5, 3, 1, 1, 0 FROM generate_series(DATE '2023-01-01', DATE '2025-12-01', INTERVAL 1 MONTH) t(m);`;

/** How far each source of the economy goes: its last month before the end of the batch. */
const freshnessQuery = (batch: string) => `
  SELECT source, max(periode)::DATE AS date FROM (
    SELECT 'debit' AS source, periode FROM clean_debit
    UNION ALL SELECT unnest(['apdemande', 'apconso']), periode FROM clean_ap
    UNION ALL SELECT 'delai', date_creation FROM clean_delai
    UNION ALL SELECT 'paydex_stock', periode FROM clean_paydex)
  WHERE periode < DATE '${parseBatch(batch).dateFin}' GROUP BY source ORDER BY source`;

async function freshnessOf(connection: DuckDBConnection, batch: string) {
  const rows = await queryRows<Omit<SourceFreshness, "rule">>(connection, freshnessQuery(batch));
  return rows.map((row) => ({ ...row, rule: "dernier mois" }));
}

export type FeatureRow = Record<string, unknown> & { siren: string; periode: string };

/** Batch of the tests: the last observed month is December 2025. */
export const BATCH = "2601";

/** Features of the base economy after `changes` (SQL), in order. */
export async function featuresAfter(changes = "", batch = BATCH): Promise<FeatureRow[]> {
  return withDuckDB(async (connection) => {
    await connection.run(SCHEMA);
    await connection.run(BASE);
    if (changes) await connection.run(changes);
    await createFeatures(connection, { batch, freshness: await freshnessOf(connection, batch) });
    return queryRows<FeatureRow>(connection, "FROM features ORDER BY siren, periode");
  });
}

/** Writes the base economy after `changes` as a snapshot folder, and returns it. */
export async function writeSnapshot(changes = ""): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "vigie-snapshot-"));
  await withDuckDB(async (connection) => {
    await connection.run(`${SCHEMA} ${BASE} ${changes}`);
    const rows = await queryRows<{ name: string }>(connection, "SHOW TABLES");
    const tables = rows.map(({ name }) => ({ table: name, file: `${name}.parquet` }));
    for (const { table, file } of tables) {
      await copyToParquet(connection, `FROM ${table}`, join(folder, file));
    }
    const manifest = { batch: BATCH, tables, freshness: await freshnessOf(connection, BATCH) };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  });
  return folder;
}

/** The row of company A at a month `YYYY-MM`. */
export async function featuresAt(month: string, changes = ""): Promise<FeatureRow> {
  const rows = await featuresAfter(changes);
  const row = rows.find(({ siren, periode }) => siren === A && periode === `${month}-01`);
  if (!row) throw new Error(`no features for ${month}`);
  return row;
}
