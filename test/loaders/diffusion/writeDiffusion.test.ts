import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiles } from "../../../cli/site/files.js";
import type { TableSchema } from "../../../src/lib/dictionary/tableSchema.js";
import { PUBLISHED_COLUMNS, type PublishedRows } from "../../../src/lib/diffusion/publishedRows.js";
import { LEVELS, SERIES, writeOpenBatch } from "../../fixtures/openBatch.js";
import { publishedRows } from "../../fixtures/publishedRows.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

/** Rows of a CSV without quotes, as texts. */
function csvRows(text: string): Record<string, string>[] {
  const [header, ...lines] = text.trimEnd().split("\r\n");
  const names = header!.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, place) => [name, values[place]!]));
  });
}

const readCsv = (file: string) => csvRows(gunzipSync(readFileSync(file)).toString("utf8"));
const readParquet = async (file: string) =>
  parquetReadObjects({ file: await asyncBufferFromFile(file) });

/** The rows given, by what tells them apart. */
function byCell(rows: PublishedRows): Map<string, { valeur: number | null; statut: string }> {
  return new Map(
    rows.periode.map((periode, row) => [
      [periode, rows.niveau_territoire[row], rows.territoire[row], rows.secteur[row]].join(),
      { valeur: rows.valeur[row]!, statut: rows.statut[row]! },
    ]),
  );
}

describe("a small batch", () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vigie-diffusion-"));
    await writeOpenBatch(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(SERIES)("$indicator reads back from its CSV and its Parquet", async (one) => {
    const file = join(folder, "indicateurs", one.indicator);
    const csv = readCsv(`${file}.csv.gz`);
    const parquet = await readParquet(`${file}.parquet`);
    const numeric = csv.map(({ valeur, ...row }) => ({
      ...row,
      valeur: valeur === "" ? undefined : Number(valeur),
    }));
    expect(parquet.map((row) => ({ ...row, valeur: row.valeur ?? undefined }))).toEqual(numeric);
    const found = csv.map((row): [string, object] => [
      [row.periode, row.niveau_territoire, row.territoire, row.secteur].join(),
      { valeur: row.valeur === "" ? null : Number(row.valeur), statut: row.statut },
    ]);
    expect(new Map(found)).toEqual(byCell(one.rows));
    expect(Object.keys(parquet[0]!)).toEqual([...PUBLISHED_COLUMNS]);
  });

  test.each(SERIES)("every row of $indicator is as its schema says", ({ indicator }) => {
    const file = join(folder, "indicateurs", indicator);
    const schema = JSON.parse(readFileSync(`${file}.schema.json`, "utf8")) as TableSchema;
    const rows = readCsv(`${file}.csv.gz`);
    expect(Object.keys(rows[0]!)).toEqual(schema.fields.map(({ name }) => name));
    expect(rows.flatMap((row) => faultsOf(row, schema))).toEqual([]);
    const broken = { ...rows[0]!, periode: "09/2026", territoire: "99", valeur: "-1", statut: "" };
    expect(faultsOf(broken, schema)).toEqual(["periode", "territoire", "valeur", "statut"]);
  });

  test("a hidden cell holds nothing but its mark, the same for all, in both files", async () => {
    for (const { indicator } of SERIES) {
      const file = join(folder, "indicateurs", indicator);
      const hidden = readCsv(`${file}.csv.gz`).filter(({ statut }) => statut === "secret");
      expect(hidden.map(({ valeur }) => valeur)).toEqual([""]);
      const rows = await readParquet(`${file}.parquet`);
      const values = rows.filter(({ statut }) => statut !== "publie").map(({ valeur }) => valeur);
      expect(values.every((value) => value === null || value === undefined)).toBe(true);
      const metadata = await parquetMetadataAsync(await asyncBufferFromFile(`${file}.parquet`));
      expect(metadata.key_value_metadata ?? []).toEqual([]);
    }
  });

  test("a table of cells keeps its order, its accents and its commas", async () => {
    const rows = await readParquet(join(folder, "niveaux.parquet"));
    const shown = rows.map(({ territoire, nom, fort, fort_statut }) => [
      ...[territoire, nom, fort === null || fort === undefined ? null : Number(fort), fort_statut],
    ]);
    expect(shown).toEqual([
      ["FR", "France", 61, "publie"],
      ["53", LEVELS.rows[1]![1], null, "secret"],
      ["94", "Corse", null, "indisponible"],
    ]);
  });

  test("the codes of the rows are explained in the tables of codes", async () => {
    const territories = await readParquet(join(folder, "territoires.parquet"));
    expect(territories).toHaveLength(1 + 18 + 101);
    expect(territories).toContainEqual({
      ...{ niveau: "departement", code: "35", nom: "Ille-et-Vilaine", parent: "53" },
    });
    const sectors = await readParquet(join(folder, "secteurs.parquet"));
    expect(sectors).toContainEqual(
      expect.objectContaining({ code: "F", niveau: "A10", parent: "Total", a38: "FZ" }),
    );
  });

  test("the package lists every file with its bytes and its hash, its schema beside", () => {
    const { title, resources } = JSON.parse(
      readFileSync(join(folder, "datapackage.json"), "utf8"),
    ) as {
      title: string;
      resources: { path: string; bytes: number; hash: string; schema: string }[];
    };
    expect(title).toMatch(/^Données fictives/);
    expect(resources).toHaveLength(2 * (SERIES.length + 1 + 3));
    for (const { path, bytes, hash, schema } of resources) {
      const content = readFileSync(join(folder, path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash("sha256").update(content).digest("hex")}`).toBe(hash);
      expect(existsSync(join(folder, schema))).toBe(true);
    }
  });
});

/** Names of the fields whose constraints a row breaks (Table Schema, « Field constraints »). */
function faultsOf(row: Record<string, string>, { fields }: TableSchema): string[] {
  const broken = fields.filter(({ name, type, constraints = {} }) => {
    const value = row[name]!;
    if (value === "") return constraints.required === true;
    if (constraints.enum && !constraints.enum.includes(value)) return true;
    if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(value)) return true;
    return type === "number" && !(Number(value) >= Number(constraints.minimum ?? -Infinity));
  });
  return broken.map(({ name }) => name);
}

test("two writes of the same cells, in any order of rows, are equal byte for byte", async () => {
  const base = temporaryFolder();
  const reversed = SERIES.map(({ indicator, rows }) => ({
    indicator,
    rows: Object.fromEntries(
      Object.entries(rows).map(([name, column]) => [name, [...column].reverse()]),
    ) as unknown as PublishedRows,
  }));
  const first = await writeOpenBatch(join(base, "first"));
  const second = await writeOpenBatch(join(base, "second"), { series: reversed });
  expect(second).toEqual(first);
  expect(first.files.map(({ file }) => file)).toEqual(await listFiles(join(base, "first")));
});

test("a value under the secret stops the writing", async () => {
  const rows = { ...publishedRows([["FR", "2026-09", "secret"]]), valeur: [1] };
  const series = [...SERIES, { indicator: "effectif" as const, rows }];
  await expect(writeOpenBatch(temporaryFolder(), { series })).rejects.toMatchObject({
    code: "betrayed-cell",
  });
});
