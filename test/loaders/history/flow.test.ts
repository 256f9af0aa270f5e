import { describe, expect, test } from "vitest";
import { readManifest } from "../../../loaders/ingest/manifest.js";
import { BatchFolder, EFFECTIF_ENT } from "../ingest/batchFolder.js";
import { DUES, dues, duesFile, ingestOnly } from "./twoBatches.js";

const PAYDEX = "E_202609010000_Retro-Paydex_20260901.csv";
const HEADER = "SIREN;NB_JOURS;NB_JOURS_LIB;DATE_VALEUR";

const delay = (siren: string, days: number, month = "01"): string =>
  `${siren};${days};;15/${month}/2018`;

const [A, B, C] = ["000000001", "000000002", "000000003"];

const paydexOf = (folder: BatchFolder, batch: string) =>
  folder.read("SELECT siren, nb_jours AS days FROM paydex", batch);

describe("a flow", () => {
  test("adds its rows to those of the previous batch, a row of the same key replacing the former", async () => {
    const folder = await BatchFolder.create();
    await ingestOnly(folder, "2609", { [PAYDEX]: [HEADER, delay(A!, 1), delay(B!, 2)] });
    const report = await ingestOnly(folder, "2610", {
      [PAYDEX]: [HEADER, delay(B!, 20), delay(C!, 3)],
    });
    expect(await paydexOf(folder, "2610")).toEqual([
      { siren: A, days: 1 },
      { siren: B, days: 20 },
      { siren: C, days: 3 },
    ]);
    expect(report.changes.find(({ table }) => table === "paydex")).toEqual({
      table: "paydex",
      appeared: 1,
      changed: 1,
      disappeared: 0,
      kept: 1,
    });
    expect(report.files[0]!.notices).toContain(
      "flux ajouté au lot 2609 : 1 lignes gardées, 1 remplacées",
    );
  });

  test("keeps the last of the lines of a key and counts the others", async () => {
    const folder = await BatchFolder.create();
    const { files } = await ingestOnly(folder, "2610", {
      [PAYDEX]: [HEADER, delay(A!, 1), delay(A!, 2), delay(A!, 3), delay(A!, 4, "02")],
    });
    expect(await paydexOf(folder, "2610")).toEqual([
      { siren: A, days: 3 },
      { siren: A, days: 4 },
    ]);
    expect(files[0]!.notices).toContain(
      "lignes dont la clé revient plus loin dans le lot, remplacées par la dernière : 2",
    );
  });

  test("keeps the previous rows when its file is absent, a stock becomes empty, and both are said", async () => {
    const folder = await BatchFolder.create();
    await ingestOnly(folder, "2609", {
      [PAYDEX]: [HEADER, delay(A!, 1)],
      [DUES]: duesFile(dues("77", 10)),
    });
    const report = await ingestOnly(folder, "2610", {
      "sigfaible_effectif_siren.csv": [EFFECTIF_ENT, "000000001;1;1;1;X"],
    });
    expect(await paydexOf(folder, "2610")).toEqual([{ siren: A, days: 1 }]);
    expect(await folder.read("SELECT * FROM cotisation", "2610")).toEqual([]);
    const told = new Map(report.absent.map((absence) => [absence.source, absence]));
    expect(told.get("paydex")).toEqual({
      source: "paydex",
      retired: true,
      effect: "absente de ce lot : lignes du lot 2609 gardées",
    });
    expect(told.get("cotisation")).toEqual({
      source: "cotisation",
      retired: false,
      effect: "absente de ce lot : table vide",
    });
    expect((await readManifest(report.snapshot)).absent).toEqual(report.absent);
  });
});

describe("the previous batch", () => {
  test("is the one with the largest key below, sub-batches after their parent", async () => {
    const folder = await BatchFolder.create();
    const files = { [DUES]: duesFile(dues("77", 10)) };
    for (const [batch, previous] of [
      ["2609", null],
      ["2610", "2609"],
      ["2609_01", "2609"],
      ["2609_02", "2609_01"],
      ["2611", "2610"],
    ] as const)
      expect((await ingestOnly(folder, batch, files)).previous).toBe(previous);
    const { previous } = await readManifest(`${folder.snapshots}/2609_02`);
    expect(previous).toEqual({ batch: "2609_01", print: expect.stringMatching(/^[0-9a-f]{12}$/) });
  });
});

describe("the changes of a table", () => {
  test("count what appeared, changed, disappeared and stayed, on the key of its rows", async () => {
    const folder = await BatchFolder.create();
    const first = ["1", "2", "3", "4"].map((compte) => dues(compte, 10));
    await ingestOnly(folder, "2609", { [DUES]: duesFile(...first) });
    const { changes } = await ingestOnly(folder, "2610", {
      [DUES]: duesFile(dues("1", 10), dues("2", 11), dues("5", 10), dues("6", 1), dues("6", 2)),
    });
    expect(changes.find(({ table }) => table === "cotisation")).toEqual({
      table: "cotisation",
      appeared: 3,
      changed: 1,
      disappeared: 2,
      kept: 1,
    });
    const tables = changes.map(({ table }) => table);
    expect(tables).toContain("clean_cotisation");
    expect(tables).toContain("filter");
  });

  test("rows of one key are compared as a set: their order is no change, their number is", async () => {
    const folder = await BatchFolder.create();
    await ingestOnly(folder, "2609", {
      [DUES]: duesFile(dues("1", 1), dues("1", 2), dues("2", 1), dues("2", 1)),
    });
    const { changes } = await ingestOnly(folder, "2610", {
      [DUES]: duesFile(dues("1", 2), dues("1", 1), dues("2", 1)),
    });
    expect(changes[0]).toBeDefined();
    expect(changes.find(({ table }) => table === "cotisation")).toMatchObject({
      changed: 1,
      kept: 2,
      disappeared: 0,
    });
  });
});
