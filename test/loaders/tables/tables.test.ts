import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTables, type TablesSummary } from "../../../loaders/tables/tables.js";
import { INDICATORS } from "../../../src/lib/indicators.js";
import type {
  BatchTable,
  HomeTable,
  ImportsTable,
  LevelsTable,
  ProvenanceTable,
  SectorTable,
  SourcesTable,
  TerritoriesTable,
  TerritoryTable,
} from "../../../src/lib/tables.js";
import { monthsBefore, sirenOf, smallEconomy } from "./companies.js";
import { writeScores, writeSnapshot } from "./handMadeSnapshot.js";

/** Where a registry keeps it. */
const MODEL = "registry/essai-2610/model.json";

/** What the tables read of it, in short figures: a long fraction would look like an identifier. */
const HALF = { precision: 0.5, recall: 0.5 };
const PUBLISHED_MODEL = {
  ...{ id: "essai-2610", batch: "2610", spec: "essai", terms: [] },
  training: { from: "2020-01", to: "2023-12", companies: 2600 },
  evaluation: { withoutStrongSignals: { auc: 0.5, confusion: { fort: HALF, modere: HALF } } },
};

let folder: string;
let summary: TablesSummary;

const build = (out: string, snapshot = "snapshot"): Promise<TablesSummary> =>
  buildTables({
    snapshot: join(folder, snapshot),
    scores: join(folder, "scores.parquet"),
    model: join(folder, MODEL),
    out: join(folder, out),
  });

async function read<T>(file: string, out = "tables"): Promise<T> {
  return JSON.parse(await readFile(join(folder, out, file), "utf8")) as T;
}

/** Page tables: the open data have their own tests. */
const jsonOf = ({ files }: TablesSummary) =>
  files.filter(({ file }) => !file.includes("diffusion"));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigie-tables-"));
  await writeSnapshot(join(folder, "snapshot"), smallEconomy(monthsBefore(14)));
  await writeScores(join(folder, "scores.parquet"), { fort: 2, modere: 7, aucun: 300 });
  await mkdir(dirname(join(folder, MODEL)), { recursive: true });
  await writeFile(join(folder, MODEL), JSON.stringify(PUBLISHED_MODEL));
  summary = await build("tables");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("buildTables", () => {
  it("writes a file per territory and per sector, and the tables of the pages", async () => {
    const files = summary.files.map(({ file }) => file);
    const count = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`)).length;
    expect([count("territoires"), count("departements"), count("secteurs")]).toEqual([19, 101, 42]);
    expect((await readdir(join(folder, "tables"))).sort()).toEqual(
      [...new Set(files.map((file) => file.split("/")[0]))].sort(),
    );
  });

  it("hides some cells, and not all", () => {
    expect(summary.disclosure.hidden).toBeGreaterThan(0);
    expect(summary.disclosure.hidden).toBeLessThan(summary.disclosure.cells);
  });

  it("lets no identifier through, whatever the file", async () => {
    for (const { file } of jsonOf(summary)) {
      const text = await readFile(join(folder, "tables", file), "utf8");
      expect(text).not.toMatch(/(?<![0-9a-f])(\d{9}|\d{14})(?![0-9a-f])/);
      for (let n = 0; n < 400; n++) expect(text).not.toContain(sirenOf(n));
    }
  });

  it("says nothing of why a cell is hidden nor of the rules’ parameters", async () => {
    for (const { file } of jsonOf(summary).filter((entry) => entry.file !== "modele.json")) {
      const text = await readFile(join(folder, "tables", file), "utf8");
      expect(text).not.toMatch(/primary|secondary|dominance|hidden|contributors|interval|0\.85/i);
    }
  });

  it("gives the same figure of a cell in every file that shows it", async () => {
    const home = await read<HomeTable>("accueil.json");
    const [france] = (await read<TerritoriesTable>("regions.json")).territories;
    const table = await read<TerritoryTable>("territoires/FR.json");
    const [, commerce] = [table.sectors.indexOf("C"), table.sectors.indexOf("G")];
    const sector = await read<SectorTable>("secteurs/g.json");
    expect(home.companies).toBe(france!.indicators.entreprises!.value);
    expect(home.openings.values).toEqual(table.indicators.ouvertures_12m![0]);
    for (const { id, partOf } of INDICATORS) {
      const rows = table.indicators[id]!;
      expect(rows).toHaveLength(partOf ? 1 : table.sectors.length);
      expect(rows[0]).toHaveLength(table.periods.length);
      if (partOf) continue;
      expect(france!.indicators[id]!.value).toBe(rows[0]!.at(-1));
      expect(sector.indicators[id]![0]).toEqual(rows[commerce!]);
      expect(table.detail.indicators[id]![0]!.value).toBe(rows[0]!.at(-1));
    }
  });

  it("publishes sums that are right and never a line with a single hole, wherever they add up", async () => {
    const table = await read<TerritoryTable>("territoires/FR.json");
    for (const id of ["entreprises", "effectif", "dette_urssaf", "entreprises_en_dette"]) {
      const [total, ...sections] = table.indicators[id]!;
      for (const [month, whole] of total!.entries()) {
        const cells = sections.map((row) => row[month]);
        const holes = [whole, ...cells].filter((cell) => cell === "s");
        expect(holes).not.toHaveLength(1);
        if (holes.length > 0 || whole === null) continue;
        expect(cells.reduce<number>((sum, cell) => sum + Number(cell), 0)).toBe(whole);
      }
    }
  });

  it("hides a level of two companies and another one, from which it would be deduced", async () => {
    const { levels } = await read<HomeTable>("accueil.json");
    const { rows } = await read<LevelsTable>("niveaux.json");
    expect(rows[0]).toEqual({ territory: "FR", sector: "Total", levels });
    expect(levels.fort).toBe("s");
    expect(Object.values(levels).filter((cell) => cell === "s").length).toBeGreaterThan(1);
  });

  it("gives a département by quarter and a région by month", async () => {
    const department = await read<TerritoryTable>("departements/35.json");
    expect(department.territory).toMatchObject({ level: "departement", parent: { code: "53" } });
    for (const period of department.periods) expect(period).toMatch(/^\d{4}-T[1-4]$/);
    expect((await read<TerritoryTable>("territoires/53.json")).periods).toHaveLength(14);
  });

  it("says where each indicator comes from and how many of its cells are hidden", async () => {
    const { indicators } = await read<ProvenanceTable>("provenance.json");
    expect(indicators.map(({ id }) => id)).toEqual(INDICATORS.map(({ id }) => id));
    const debt = indicators.find(({ id }) => id === "dette_urssaf")!;
    expect(debt.sources[0]).toMatchObject({ source: "debit", files: ["sigfaible_debits.csv"] });
    expect(debt.cells.published + debt.cells.secret).toBe(debt.cells.computed);
    expect(debt.contributions).toBeGreaterThan(0);
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
      model: join(folder, MODEL),
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
