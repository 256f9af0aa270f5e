import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import { ADJUSTMENTS } from "../../fixtures/adjustments.js";
import { fixtureModel } from "../../fixtures/model.js";

/** Head office in Dijon (21), an establishment in Paris. */
export const DIJON = "300000007";
/** Head office in Marseille; its establishment of Dijon is closed. */
export const MARSEILLE = "300000015";
/** Not flagged, in Dijon. */
export const QUIET = "300000023";

/** Exact contributions of one company, in the order of the terms of the fixture. */
const CONTRIBUTIONS = [1.5, -0.0125, 0.3, 0.125] as const;

/** Months of the series: the batch is 2610, headcount starts in June 2026. */
export const MONTHS = ["2026-06", "2026-07", "2026-08", "2026-09"];

/** Queries of the snapshot’s tables; `euros` multiplies every amount of the Urssaf. */
const tables = (euros: number): Record<string, string> => ({
  clean_sirene: `SELECT * FROM (VALUES
      ('${DIJON}', '${DIJON}00011', true, '21231', '21', true),
      ('${DIJON}', '${DIJON}00029', false, '75101', '75', true),
      ('${MARSEILLE}', '${MARSEILLE}00011', true, '13205', '13', true),
      ('${MARSEILLE}', '${MARSEILLE}00029', false, '21231', '21', false),
      ('${QUIET}', '${QUIET}00011', true, '21231', '21', true))
    t(siren, siret, siege, code_commune, departement, est_actif),
    (SELECT '43.21A' AS ape, DATE '2010-02-01' AS date_creation)`,
  clean_sirene_ul: `SELECT siren, 'SOCIÉTÉ ' || siren[9:] AS raison_sociale, '5710' AS categorie_juridique,
      '43.21A' AS activite_principale, DATE '2010-02-01' AS date_creation
    FROM (VALUES ('${DIJON}'), ('${MARSEILLE}'), ('${QUIET}')) t(siren)`,
  clean_effectif_ent: `SELECT * FROM (VALUES ('${DIJON}', DATE '2026-06-01', 12), ('${DIJON}', DATE '2026-08-01', 11),
      ('${DIJON}', DATE '2026-09-01', 99)) t(siren, periode, effectif_ent)`,
  clean_effectif: `SELECT '${DIJON}00011' AS siret, DATE '2026-06-01' AS periode, 12 AS effectif`,
  clean_cotisation: `SELECT '${DIJON}00011' AS siret, periode, (du * ${euros})::DECIMAL(18, 2) AS du
    FROM (VALUES (DATE '2026-06-01', 1000.01), (DATE '2026-08-01', 1200.02)) t(periode, du)`,
  clean_debit: `SELECT siret, periode, (po * ${euros})::DECIMAL(18, 2) AS part_ouvriere, (pp * ${euros})::DECIMAL(18, 2) AS part_patronale
    FROM (VALUES ('${DIJON}00011', DATE '2026-05-01', 100.25, 300.75), ('${DIJON}00029', DATE '2026-07-01', 50.5, 0),
      ('${DIJON}00011', DATE '2026-08-01', 0, 0)) t(siret, periode, po, pp)`,
  clean_delai: `SELECT '${DIJON}00011' AS siret, DATE '2026-07-12' AS date_creation, DATE '2026-08-30' AS date_echeance,
      (7777.77 * ${euros})::DECIMAL(18, 2) AS montant_echeancier, stade, 'SUR PO' AS action
    FROM (VALUES ('APPROB'), ('PRO PR')) t(stade)`,
  clean_ap: `SELECT '${DIJON}00011' AS siret, '${DIJON}' AS siren, DATE '2026-07-01' AS periode,
      3.5::DOUBLE AS etp_autorise, 1.25::DOUBLE AS etp_consomme`,
  clean_procol: `SELECT '${DIJON}' AS siren, DATE '2020-03-04' AS date_effet, 'sauvegarde' AS action_procol,
      'fin_procedure' AS stade_procol, 'In bonis' AS libelle_procol`,
  clean_procol_at_date: `SELECT siren, DATE '2026-10-01' AS periode, 'Sauvegarde' AS libelle_procol
    FROM (VALUES ('${MARSEILLE}')) t(siren)`,
  clean_ratios: `SELECT '${DIJON}' AS siren, DATE '2025-12-31' AS date_cloture, 1000000::DECIMAL(18, 2) AS chiffre_d_affaires,
      NULL::DECIMAL(18, 2) AS marge_brute, NULL::DECIMAL(18, 2) AS ebe, NULL::DECIMAL(18, 2) AS ebit,
      -5000::DECIMAL(18, 2) AS resultat_net, 45.5::DOUBLE AS taux_d_endettement, NULL::DOUBLE AS ratio_de_liquidite,
      12.5::DOUBLE AS autonomie_financiere`,
});

/** Last month or day of each source, as the manifest gives it. */
const FRESHNESS = {
  effectif_ent: "2026-08-01",
  cotisation: "2026-08-01",
  debit: "2026-09-20",
  delai: "2026-09-19",
  apdemande: "2026-09-28",
  apconso: "2026-08-01",
};

/** Writes a snapshot, scores and a model below `folder`; returns their paths. */
export async function writeInputs(folder: string, { euros = 1 } = {}) {
  const [snapshot, scores, model] = ["snapshot", "scores", "model.json"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  for (const path of [snapshot, scores]) mkdirSync(path, { recursive: true });
  const queries = tables(euros);
  await withDuckDB(async (connection) => {
    for (const [table, query] of Object.entries(queries)) {
      await copyToParquet(connection, query, join(snapshot, `${table}.parquet`));
    }
    await copyToParquet(connection, SCORES, join(scores, "scores.parquet"));
    await copyToParquet(connection, contributions(), join(scores, "contributions.parquet"));
    await copyToParquet(
      connection,
      counterfactuals(euros),
      join(scores, "counterfactuals.parquet"),
    );
  });
  const manifest = {
    batch: "2610",
    dateFin: "2026-10-01",
    fictitious: true,
    tables: Object.keys(queries).map((table) => ({ table, file: `${table}.parquet` })),
    freshness: Object.entries(FRESHNESS).map(([source, date]) => ({ source, date, rule: "essai" })),
  };
  const list = join(folder, "list.parquet");
  await withDuckDB((connection) => copyToParquet(connection, LIST, list));
  writeFileSync(join(snapshot, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(model, JSON.stringify(fixtureModel()));
  writeFileSync(join(scores, "rules.json"), JSON.stringify(ADJUSTMENTS));
  return { snapshot, scores, list, model };
}

const { base, terms, thresholds } = fixtureModel();

/** Log-odds of every company of the fixture. */
export const ETA = CONTRIBUTIONS.reduce((sum, one) => sum + one, base);

const SCORES = `
  SELECT siren, DATE '2026-08-01' AS periode, ${ETA}::DOUBLE AS eta, probability,
    ${thresholds.fort.value}::DOUBLE AS seuil_fort, ${thresholds.modere.value}::DOUBLE AS seuil_modere,
    level_before, level, rules
  FROM (VALUES ('${DIJON}', 0.11, 'aucun', 'modere', ['dette_en_hausse']),
    ('${MARSEILLE}', 0.2, 'fort', 'fort', []), ('${QUIET}', 0.01, 'aucun', 'aucun', []))
    t(siren, probability, level_before, level, rules)`;

/** Dijon was never listed, Marseille was at the lower level and repays. */
const LIST = `
  SELECT 'Octobre 2026' AS list, * FROM (VALUES
    ('${DIJON}', 'new', 'entered', false, 1, 3, false, true),
    ('${MARSEILLE}', 'raised', 'up', true, 3, 3, true, false))
  t(siren, first_alert, change, recent, alerts, lists, delai, retraitee)`;

function contributions(): string {
  const rows = terms
    .slice(1)
    .map(({ name }, i) => `('${name}', ${i === 0 ? 6.54321 : 1}, ${CONTRIBUTIONS[i]})`);
  return `SELECT siren, DATE '2026-08-01' AS periode, term, value::DOUBLE AS value, contribution::DOUBLE AS contribution
    FROM (VALUES ('${DIJON}'), ('${MARSEILLE}'), ('${QUIET}')) c(siren),
      (VALUES ${rows.join(", ")}) t(term, value, contribution)`;
}

/** Of Dijon: repaying is enough, and so are own funds; of Marseille: both together alone are. */
function counterfactuals(euros: number): string {
  return `SELECT siren, DATE '2026-08-01' AS periode, level, option, lever, "before"::DOUBLE AS "before",
      "after"::DOUBLE AS "after", 1::DOUBLE AS cost, -3::DOUBLE AS eta, probability::DOUBLE AS probability, level_after
    FROM (VALUES
      ('${DIJON}', 'modere', 0, 'dette_sociale', ${51_234 * euros}, ${20_000 * euros}, 0.0512, 'aucun'),
      ('${DIJON}', 'modere', 1, 'fonds_propres', 12.5, 20, 0.0591, 'aucun'),
      ('${MARSEILLE}', 'fort', 0, 'dette_sociale', ${8765 * euros}, 0, 0.1312, 'modere'),
      ('${MARSEILLE}', 'fort', 0, 'fonds_propres', 4, 9, 0.1312, 'modere'))
    t(siren, level, option, lever, "before", "after", probability, level_after)`;
}
