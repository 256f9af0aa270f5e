import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { ingest } from "../../../loaders/ingest/ingest.js";
import type { IngestReport } from "../../../loaders/ingest/report.js";
import { openSnapshot } from "../../../loaders/snapshot.js";
import {
  CURRENT,
  copySamples,
  goldenCsv,
  goldenTable,
  goldenTuples,
  hasSamples,
  skipNote,
  WITHOUT_SIRET,
} from "./samples.js";

/** Expected results: opensignauxfaibles `tests/output-snapshots` (commit 3c077922). */
describe.skipIf(!hasSamples)(`the samples of the partners${skipNote}`, () => {
  let folder: string;
  let report: IngestReport;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vigie-golden-"));
    await copySamples(CURRENT, join(folder, "current"));
    report = await ingest({
      batch: "1910",
      extracts: join(folder, "current"),
      snapshots: join(folder, "snapshots"),
      filter: false,
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = (sql: string) => readFrom(report.snapshot, sql);

  test("give the counters of the import report", async () => {
    const golden = await goldenTable("test-import.sql.import_logs.golden.txt");
    const counted = new Map(report.files.map((file) => [file.source, file]));
    const ours = golden.map(({ parser }) => {
      const { parsed, rejected, skipped, valid } = counted.get(parser!)!;
      return [parser, parsed, rejected, skipped, valid].map(String);
    });
    expect(ours).toEqual(
      golden.map((row) => [
        row.parser,
        row.lines_parsed,
        row.lines_rejected,
        row.lines_skipped,
        row.lines_valid,
      ]),
    );
  });

  test("tell the row, the column and the value of what is rejected", () => {
    const messages = report.files.flatMap((file) => file.messages);
    expect(messages).toEqual([
      "Line 3: DATE_VALEUR: « 01/15/2019 » n’est pas une date JJ/MM/AAAA [type-error]",
      "Line 5: longitude: « NOT_VALID » n’est pas un nombre [type-error]",
    ]);
  });

  const TABLES = {
    cotisation: "siret, compte, periode_debut, periode_fin, enc_direct, cotis_due",
    debit: `siret, num_cpte, num_ecn, dt_trt_ecn, periode_prise_en_compte, mt_po, mt_pp,
      num_hist_ecn, etat_cpte, cd_pro_col, periode_debut, periode_fin, cd_op_ecn, motif_ecn,
      recours_en_cours, debit_id`,
    apconso: "id_da, etab_siret, heures, montants, effectifs, mois",
    apdemande: `id_da, etab_siret, eff_ent, eff_etab, date_statut, date_deb, date_fin, hta, mta,
      eff_auto, motif_recours_se, s_heure_consom_tot, s_montant_consom_tot, s_eff_consom_tot,
      perimetre_ap`,
    effectif: "siret, compte, periode, effectif",
  };
  for (const [table, columns] of Object.entries(TABLES))
    test(`${table}: every row and value, in the order of the file`, async () => {
      expect(await read(`SELECT ${columns} FROM ${table}`)).toEqual(
        await goldenCsv(`test-import.${table}.golden.txt`),
      );
    });

  for (const table of ["clean_debit", "clean_ap"])
    test(`${table}: every row and value`, async () => {
      const golden = await goldenTable(`test-export.${table}.golden.txt`);
      const labels = Object.keys(golden[0]!).join(", ");
      const rows = await read(`SELECT ${labels} FROM ${table} ORDER BY siret, periode`);
      const expected = golden.map((row) =>
        Object.values(row).map((cell) => cell.replace(" 00:00:00", "").replace("NULL", "")),
      );
      expect(rows.map((row) => row.map(cut))).toEqual(expected);
    });

  test("sirene: identity, département, activity, place and state", async () => {
    const golden = (await goldenTuples("sirene/expectedSirene.json")).filter(
      ({ siren }) => siren !== "232323234", // the row its parser rejects
    );
    const rows = await read(`SELECT siren, nic, etablissementSiege, numeroVoieEtablissement,
      typeVoieEtablissement, libelleVoieEtablissement, codeCommuneEtablissement, departement,
      activitePrincipaleEtablissement, dateCreationEtablissement, longitude, latitude, est_actif
      FROM sirene`);
    const expected = golden.map((tuple) => [
      ...[tuple.siren, tuple.nic, tuple.siege ?? false, tuple.numero_voie ?? "", tuple.type_voie],
      ...[tuple.voie, tuple.code_commune, tuple.departement, tuple.ape],
      String(tuple.date_creation ?? "").slice(0, 10),
      ...[tuple.longitude, tuple.latitude, tuple.est_actif],
    ]);
    expect(rows).toEqual(expected.map((row) => row.map(String)));
  });

  test("procol: the action and the stage of the label", async () => {
    const golden = await goldenTuples("urssaf/expectedProcol.json");
    expect(await read("SELECT dt_effet, action_procol, stade_procol FROM procol")).toEqual(
      golden.map((row) => [
        String(row.date_effet).slice(0, 10),
        row.action_procol,
        row.stade_procol,
      ]),
    );
  });

  test("paydex and bdf: values of the retired sources", async () => {
    const paydex = await goldenTuples("paydex/expectedPaydex.json");
    expect(await read("SELECT date_valeur, nb_jours FROM paydex")).toEqual(
      paydex.map((row) => [String(row.date_valeur).slice(0, 10), String(row.nb_jours)]),
    );
    const bdf = await goldenTuples("bdf/expectedBdfOutput.json");
    expect(
      await read("SELECT d1, annee, arrete_bilan, poids_frng, tx_marge, delai_frs FROM bdf"),
    ).toEqual(
      bdf.map((row) => [
        ...[row.siren, String(row.annee_bdf), String(row.arrete_bilan_bdf).slice(0, 10)],
        ...[row.poids_frng, row.taux_marge, row.delai_fournisseur].map(String),
      ]),
    );
  });

  test("sirene_histo: only the changes of state stay", async () => {
    expect(
      await read("SELECT siret, date_debut, date_fin, est_actif FROM clean_sirene_histo"),
    ).toEqual([
      ["00032517500016", "2000-09-26", "2009-05-26", "true"],
      ["00032517500016", "2009-05-27", "", "false"],
      ["00032517500024", "2011-10-21", "", "false"],
    ]);
  });

  test("files without SIRET find it by their account", async () => {
    const extracts = join(folder, "former");
    await copySamples(WITHOUT_SIRET, extracts);
    const snapshots = join(folder, "former-snapshots");
    const former = await ingest({ batch: "1902", extracts, snapshots, filter: false });
    const columns = "num_cpte, num_ecn, mt_po, mt_pp, periode_debut, periode_fin";
    const golden = await goldenTuples("urssaf-sans-siret/expectedDebit.json");
    expect(await readFrom(former.snapshot, `SELECT siret, ${columns} FROM debit`)).toEqual(
      golden.map((row, index) => {
        const { start, end } = row.periode as { start: string; end: string };
        return [
          String(index).repeat(14),
          ...[row.numero_compte, row.numero_ecart_negatif],
          ...[row.part_ouvriere, row.part_patronale].map(String),
          ...[start.slice(0, 10), end.slice(0, 10)],
        ];
      }),
    );
  });
});

/** Rows of a query on a snapshot as texts, amounts without useless zeros. */
async function readFrom(snapshot: string, sql: string): Promise<string[][]> {
  return withDuckDB(async (connection) => {
    await openSnapshot(connection, snapshot);
    const rows = await queryRows<Record<string, unknown>>(connection, sql);
    return rows.map((row) => Object.values(row).map((value) => plain(String(value ?? ""))));
  });
}

function plain(text: string): string {
  return /^-?[0-9]+\.[0-9]+$/.test(text) ? String(Number(text)) : text;
}

/** The golden tables keep 20 bytes of each cell. */
function cut(text: string): string {
  return Buffer.from(text).subarray(0, 20).toString();
}
