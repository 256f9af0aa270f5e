import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { literal, queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { type Invented, listOf, modelOf } from "./economy.js";

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

const [A, B, C, D, E] = ["300000007", "300000015", "300000023", "300000031", "300000049"] as const;
const sees = modelOf("voit");

const read = (batch: string, file = "list", columns = "*") =>
  withDuckDB((connection) =>
    queryRows<Record<string, unknown>>(
      connection,
      `SELECT ${columns} FROM read_parquet(${literal(join(root, "lists", batch, `${file}.parquet`))})`,
    ),
  );

test("a list holds the companies flagged after expert rules, the likeliest first, with what filters need", async () => {
  const companies: Invented[] = [
    { siren: A, level: "modere", before: "aucun", probability: 0.05, departement: "75" },
    { siren: B, level: "fort", procol: "Sauvegarde", planUntil: "2026-10-01" },
    { siren: C, level: "aucun", before: "modere" },
  ];
  await listOf(root, { batch: "2610", model: sees, companies });
  const rows = await read("2610");
  expect(rows.map(({ siren }) => siren)).toEqual([B, A]);
  expect(rows[0]).toMatchObject({
    ...{ list: "Octobre 2026", batch: "2610", level: "fort", level_before: "fort", dette: 400.25 },
    ...{ effectif: 12, categorie_juridique: "5710", section: "F", procol: "Sauvegarde" },
    ...{ delai: true, recent: false, departement: "21", region: "27" },
  });
});

test("a plan that ended before the batch no longer runs, and a company of less than three years is recent", async () => {
  const companies: Invented[] = [
    { siren: A, level: "fort", planUntil: "2026-09-30", created: "2023-09-30" },
    { siren: B, level: "modere", created: "2023-10-01" },
  ];
  const card = await listOf(root, { batch: "2610", model: sees, companies });
  expect(card.parameters.recentSince).toBe("2023-10-01");
  expect(await read("2610", "list", "delai, recent")).toEqual([
    { delai: false, recent: false },
    { delai: false, recent: true },
  ]);
});

describe("without a former list", () => {
  test("every company is a first alert by definition, nothing has changed, and the card says so", async () => {
    const companies: Invented[] = [{ siren: A, level: "fort" }];
    const card = await listOf(root, { batch: "2610", model: sees, companies });
    expect(card).toMatchObject({ former: [], changes: null, firstAlerts: { new: 1, raised: 0 } });
    expect(await read("2610", "list", "change, history")).toEqual([{ change: null, history: [] }]);
    const text = readFileSync(join(root, "lists/2610/card.md"), "utf8");
    expect(text).toContain("Première liste : il n’y en a pas d’antérieure");
  });
});

describe("after a former list", () => {
  const former: Invented[] = [
    { siren: A, level: "modere" },
    { siren: B, level: "fort", x: 1 },
    { siren: C, level: "aucun" },
    { siren: D, level: "aucun" },
  ];

  test("first alerts are the companies never listed, and apart those that reach the higher level for the first time (§5.2)", async () => {
    await listOf(root, { batch: "2601", model: sees, companies: [{ siren: E, level: "fort" }] });
    await listOf(root, { batch: "2607", model: sees, companies: former });
    const companies: Invented[] = [
      { siren: A, level: "fort" },
      { siren: B, level: "modere" },
      { siren: C, level: "modere" },
      { siren: E, level: "fort" },
    ];
    const card = await listOf(root, { batch: "2610", model: sees, companies });
    expect(card.former).toEqual(["2601", "2607"]);
    const rows = await read("2610", "list", "siren, first_alert, change, history, alerts, lists");
    const of = (siren: string) => rows.find((one) => one.siren === siren);
    expect(of(A)).toMatchObject({ first_alert: "raised", change: "up", alerts: 2, lists: 2 });
    expect(of(A)!.history).toEqual([{ batch: "2607", level: "modere" }]);
    expect(of(B)).toMatchObject({ first_alert: null, change: "down" });
    expect(of(C)).toMatchObject({ first_alert: "new", change: "entered", alerts: 1, lists: 2 });
    // Listed two lists ago and not scored since: it comes back, it is no first alert.
    expect(of(E)).toMatchObject({ first_alert: null, change: "entered" });
  });

  test("each change has its cause: data, model, rule or population", async () => {
    await listOf(root, {
      batch: "2607",
      model: modelOf("ancien", { blind: true }),
      companies: former,
    });
    const companies: Invented[] = [
      // The former model sees nothing in the same data: the new one alone flags it.
      { siren: C, level: "fort", x: 1 },
      { siren: D, level: "modere", before: "aucun" },
      { siren: E, level: "modere" },
      // Still flagged by nobody: the former model would have dropped it too.
      { siren: A, level: "aucun" },
    ];
    const card = await listOf(root, { batch: "2610", model: sees, companies });
    expect(await read("2610", "changes")).toEqual([
      { siren: A, former_level: "modere", level: "aucun", change: "left", cause: "data" },
      { siren: B, former_level: "fort", level: "aucun", change: "left", cause: "population" },
      { siren: C, former_level: "aucun", level: "fort", change: "entered", cause: "model" },
      { siren: D, former_level: "aucun", level: "modere", change: "entered", cause: "rule" },
      { siren: E, former_level: "aucun", level: "modere", change: "entered", cause: "population" },
    ]);
    expect(card.changes).toMatchObject({ since: "2607", model: "ancien", modelKnown: true });
    expect(card.changes!.counts.entered).toEqual({
      total: 3,
      causes: { model: 1, rule: 1, population: 1 },
    });
  });

  test("when the former model is lost, the data and the model are not told apart", async () => {
    await listOf(root, { batch: "2607", model: modelOf("perdu"), companies: former });
    rmSync(join(root, "registry/perdu"), { recursive: true });
    const companies: Invented[] = [...former.slice(0, 3), { siren: D, level: "fort", x: 1 }];
    const card = await listOf(root, { batch: "2610", model: sees, companies });
    expect(card.changes).toMatchObject({ modelKnown: false });
    expect(card.changes!.counts.entered).toEqual({ total: 1, causes: { unknown: 1 } });
  });

  test("the former list stays as it was, and the same inputs give the same bytes", async () => {
    await listOf(root, { batch: "2607", model: sees, companies: former });
    const bytes = (batch: string) => {
      const folder = join(root, "lists", batch);
      return readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("base64"));
    };
    const before = bytes("2607");
    await listOf(root, { batch: "2610", model: sees, companies: former });
    const once = bytes("2610");
    await listOf(root, { batch: "2610", model: sees, companies: former });
    expect(bytes("2607")).toEqual(before);
    expect(bytes("2610")).toEqual(once);
  });
});

test("the « liste retraitée » keeps in each département the likeliest in bonis, first alert, not recent, without plan (§5.2)", async () => {
  const companies: Invented[] = [
    { siren: A, level: "fort", probability: 0.9, procol: "Sauvegarde" },
    { siren: B, level: "fort", probability: 0.8, planUntil: "2027-01-31" },
    { siren: C, level: "fort", probability: 0.7 },
    { siren: D, level: "fort", probability: 0.6 },
    { siren: E, level: "fort", probability: 0.5, departement: "75" },
  ];
  const card = await listOf(root, { batch: "2610", model: sees, companies, perDepartement: 1 });
  expect(card.retraitee).toBe(2);
  const rows = await read("2610", "list", "siren, retraitee");
  expect(rows.filter(({ retraitee }) => retraitee).map(({ siren }) => siren)).toEqual([C, E]);
});

test("without scores, the error says how to get them", async () => {
  const { buildList } = await import("../../../models/lists/list.js");
  const built = buildList({
    ...{ batch: "2610", snapshot: root, features: root, scores: root, registry: root, lists: root },
  });
  await expect(built).rejects.toMatchObject({ code: "missing-scores", exitCode: 2 });
});
