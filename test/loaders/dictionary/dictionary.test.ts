import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CLEAN_TABLES } from "../../../loaders/clean/tables.js";
import { buildDictionary } from "../../../loaders/dictionary/dictionary.js";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { definitionOf } from "../../../loaders/fields/field.js";
import { UNITS } from "../../../loaders/fields/unit.js";
import { SOURCES } from "../../../loaders/sources/sources.js";
import type { Dictionary } from "../../../src/lib/dictionary/dictionary.js";
import { BatchFolder, COTISATION } from "../ingest/batchFolder.js";

let dictionary: Dictionary;
beforeAll(async () => {
  dictionary = await buildDictionary();
});

const named = (name: string) => dictionary.tables.find((table) => table.name === name)!;

describe("the data dictionary", () => {
  test("describes every column, in French, with a unit", () => {
    for (const { name, columns } of dictionary.tables)
      for (const column of columns) {
        expect(column.description, `${name}.${column.name}`).toMatch(/^\p{Lu}|^[0-9]/u);
        expect(UNITS, `${name}.${column.name}`).toContain(column.unit);
      }
  });

  test("says what every table holds and who sends it", () => {
    for (const { name, title, producers } of dictionary.tables) {
      expect(title, name).not.toBe("");
      expect(producers.join(), name).not.toBe("");
    }
  });

  test("describes no column that a computed table does not give", () => {
    for (const { name, columns } of CLEAN_TABLES)
      expect(Object.keys(columns).sort(), name).toEqual(
        named(name)
          .columns.map((column) => column.name)
          .sort(),
      );
  });

  test("has the tables of a snapshot, with their columns in the same order", async () => {
    const folder = await BatchFolder.create();
    await folder.put("sigfaible_cotisdues.csv", [
      COTISATION,
      "1;14;11111111111111;77;202631;1;10;20",
    ]);
    const { tables } = await folder.ingest();
    const written = await withDuckDB(async (connection) => {
      const described = new Map<string, string[]>();
      for (const { table, file } of tables) {
        const path = join(folder.snapshots, "2610", file);
        const rows = await queryRows<{ column_name: string }>(
          connection,
          `DESCRIBE FROM read_parquet('${path}')`,
        );
        described.set(
          table,
          rows.map((row) => row.column_name),
        );
      }
      return described;
    });
    for (const [table, columns] of written)
      expect(
        named(table)?.columns.map(({ name }) => name),
        table,
      ).toEqual(columns);
    expect([...written.keys()].sort()).toEqual(dictionary.tables.map(({ name }) => name).sort());
  });

  test("gives the closed list that the schema checks, and no other", () => {
    for (const source of SOURCES.filter(({ name }) => name !== "filter"))
      for (const [key, schema] of Object.entries(source.schema.shape)) {
        const { allowed, parts } = definitionOf(schema);
        if (parts) continue;
        const column = named(source.name).columns.find(({ name }) => name === key)!;
        expect(column.values, key).toEqual(allowed?.values ?? null);
        for (const value of allowed?.values ?? [])
          expect(schema.safeParse(value), `${key} ${value}`).toMatchObject({ success: true });
        if (allowed?.values) expect(schema.safeParse("hors liste").success, key).toBe(false);
      }
  });

  test("gives bounds that the schema keeps: the bound passes, what is beyond does not", () => {
    for (const source of SOURCES)
      for (const schema of Object.values(source.schema.shape)) {
        const { allowed, lenient, type } = definitionOf(schema);
        for (const [bound, step] of [
          [allowed?.minimum, -1],
          [allowed?.maximum, 1],
        ] as const) {
          if (typeof bound !== "number" || lenient || type === "DATE") continue;
          expect(schema.safeParse(String(bound)).success).toBe(true);
          expect(schema.safeParse(String(bound + step)).success).toBe(false);
        }
      }
  });

  test("names the nominative columns that stay unread", () => {
    expect(named("mises_en_relation").refused).toContain("Adresse mail du contact entreprise");
    const columns = named("mises_en_relation").columns.map(({ name }) => name);
    expect(columns).not.toContain("siret");
  });

  test("follows a computed table back to its sources", () => {
    expect(named("clean_paydex").from).toEqual(["paydex", "paydex_stock"]);
    expect(named("clean_procol_at_date").from).toEqual(["clean_procol"]);
    expect(named("clean_procol_at_date").producers).toEqual(["Urssaf"]);
  });

  test("is the same each time", async () => {
    expect(await buildDictionary()).toEqual(dictionary);
  });
});
