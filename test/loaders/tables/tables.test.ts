import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTables, type TablesSummary } from "../../../loaders/tables/tables.js";
import { INDICATORS } from "../../../src/lib/indicators.js";
import type {
  BatchTable,
  HomeTable,
  ImportsTable,
  RegionsTable,
  SectorTable,
  SourcesTable,
} from "../../../src/lib/tables.js";
import { monthsBefore, sirenOf, smallEconomy } from "./companies.js";
import { writeScores, writeSnapshot } from "./handMadeSnapshot.js";

let folder: string;
let summary: TablesSummary;

const build = (out: string, snapshot = "snapshot"): Promise<TablesSummary> =>
  buildTables({
    snapshot: join(folder, snapshot),
    scores: join(folder, "scores.parquet"),
    model: join(folder, "model.json"),
    out: join(folder, out),
  });

async function read<T>(file: string, out = "tables"): Promise<T> {
  return JSON.parse(await readFile(join(folder, out, file), "utf8")) as T;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-tables-"));
  await writeSnapshot(join(folder, "snapshot"), smallEconomy(monthsBefore(14)));
  await writeScores(join(folder, "scores.parquet"), { fort: 2, modere: 7, aucun: 300 });
  await writeFile(join(folder, "model.json"), JSON.stringify({ id: "essai-2610" }));
  summary = await build("tables");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("buildTables", () => {
  it("writes one small file per page table, 19 territories included", async () => {
    const files = summary.files.map(({ file }) => file);
    expect(files.filter((file) => file.startsWith("secteurs/"))).toHaveLength(19);
    expect(files).toEqual(
      expect.arrayContaining([
        "accueil.json",
        "batch.json",
        "donnees.json",
        "modele.json",
        "regions.json",
        "secteurs/FR.json",
      ]),
    );
    expect((await readdir(join(folder, "tables"))).sort()).toEqual([
      "accueil.json",
      "batch.json",
      "dictionnaire.json",
      "donnees.json",
      "imports.json",
      "modele.json",
      "regions.json",
      "secteurs",
    ]);
  });

  it("audits every table it protects, six measures a month", () => {
    expect(summary.disclosure.audited).toBe(summary.disclosure.tables);
    expect(summary.disclosure.hidden).toBeGreaterThan(0);
    expect(summary.disclosure.hidden).toBeLessThan(summary.disclosure.cells);
  });

  it("lets no identifier through, whatever the file", async () => {
    for (const { file } of summary.files) {
      const text = await readFile(join(folder, "tables", file), "utf8");
      expect(text).not.toMatch(/(?<![0-9a-f])(\d{9}|\d{14})(?![0-9a-f])/);
      for (let n = 0; n < 400; n++) expect(text).not.toContain(sirenOf(n));
    }
  });

  it("says nothing of why a cell is hidden nor of the rules’ parameters", async () => {
    for (const { file } of summary.files.filter((entry) => entry.file !== "modele.json")) {
      const text = await readFile(join(folder, "tables", file), "utf8");
      expect(text).not.toMatch(/primary|secondary|dominance|hidden|contributors|interval|0\.85/i);
    }
  });

  it("gives the same figures on the home page, the regions and the sectors", async () => {
    const home = await read<HomeTable>("accueil.json");
    const [france] = (await read<RegionsTable>("regions.json")).territories;
    const sectors = await read<SectorTable>("secteurs/FR.json");
    expect(sectors.sections.at(-1)).toBe("Total");
    expect(home.companies).toBe(france!.indicators.entreprises!.value);
    expect(home.openings.values).toEqual(sectors.indicators.ouvertures_12m!.at(-1));
    for (const { id } of INDICATORS) {
      expect(sectors.indicators[id]!.map((row) => row.length)).toEqual(
        sectors.sections.map(() => sectors.months.length),
      );
      expect(france!.indicators[id]!.value).toBe(sectors.indicators[id]!.at(-1)!.at(-1));
    }
  });

  it("hides a level of two companies and the next one, from which it would be deduced", async () => {
    const { levels } = await read<HomeTable>("accueil.json");
    expect(levels).toEqual({ fort: "s", modere: "s", aucun: 300 });
  });

  it("dates the data from the batch, never from the clock", async () => {
    expect(await read<BatchTable>("batch.json")).toMatchObject({
      batch: "2610",
      date: "2026-10-01",
      asOf: "2026-09-30",
      fictitious: true,
      model: "essai-2610",
      snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("says what was read of each source and how fresh it is", async () => {
    const { sources } = await read<SourcesTable>("donnees.json");
    const debit = sources.find(({ source }) => source === "debit")!;
    expect(debit).toMatchObject({ producer: "Urssaf", freshness: "2026-09-30" });
    expect(debit.files).toEqual(["sigfaible_debits.csv"]);
  });

  it("tells how each file was read, by shapes and never by values", async () => {
    const imports = await read<ImportsTable>("imports.json");
    expect(imports.files).toMatchObject([
      { file: "sigfaible_debits.csv", parsed: 10, valid: 7, rejected: 1, skipped: 2, blank: 3 },
    ]);
    expect(imports.faults).toEqual([
      {
        file: "sigfaible_debits.csv",
        code: "type-error",
        column: "Dt_trt_ecn",
        rows: 1,
        shapes: ["#########"],
      },
    ]);
    expect(imports.alerts[0]!.message).toBe(
      "debit, colonne motif_ecn : valeur nouvelle « ######### »",
    );
    expect(imports.history).toEqual([{ batch: "2610", files: 1, parsed: 10, rejected: 1 }]);
    expect(JSON.stringify(imports)).not.toContain("732829320");
  });

  it("writes the same bytes from the same inputs", async () => {
    expect((await build("again")).files).toEqual(summary.files);
  });

  it("says which scores are missing and what to run", async () => {
    const missing = buildTables({
      snapshot: join(folder, "snapshot"),
      scores: join(folder, "absent.parquet"),
      model: join(folder, "model.json"),
      out: join(folder, "tables"),
    });
    await expect(missing).rejects.toThrow(/absent\.parquet est introuvable/);
  });

  it("leaves the former tables as they were when it fails", async () => {
    await expect(build("tables", "absent")).rejects.toThrow(/introuvable/);
    expect(await read<BatchTable>("batch.json")).toMatchObject({ batch: "2610" });
    expect((await readdir(folder)).filter((name) => name.includes("-"))).toEqual([]);
  });
});
