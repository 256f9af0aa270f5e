import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";
import { EXAMPLE_QUERIES } from "../../../src/lib/explorer/exampleQueries.js";
import { mentionedIndicators } from "../../../src/lib/explorer/mentionedIndicators.js";
import { periodsSql } from "../../../src/lib/explorer/periodsSql.js";
import { REFERENCE_COLUMNS } from "../../../src/lib/explorer/publishedColumns.js";
import { referenceRows } from "../../../src/lib/explorer/referenceRows.js";
import { DEFAULT_REQUEST } from "../../../src/lib/explorer/request.js";
import { requestSql } from "../../../src/lib/explorer/requestSql.js";
import { INDICATORS, type IndicatorId } from "../../../src/lib/indicators.js";
import { writeIndicatorParquet } from "../../fixtures/indicatorParquet.js";

const IDS: IndicatorId[] = ["part_en_dette", "dette_urssaf", "entreprises", "effectif"];

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-explorer-"));
  await writeIndicatorParquet(folder, IDS, 2025);
});
afterAll(() => rmSync(folder, { recursive: true }));

const TERRITORIES = [
  { code: "FR", name: "France", slug: "france", level: "france", parent: null } as const,
];

/** Rows of a query on the published tables and the tables of labels, as the explorer has them. */
function ask<Row>(sql: string): Promise<Row[]> {
  return withDuckDB(async (connection) => {
    for (const id of IDS) {
      await connection.run(`CREATE VIEW ${id} AS FROM '${folder}/${id}.parquet'`);
    }
    for (const [name, columns] of Object.entries(REFERENCE_COLUMNS)) {
      await connection.run(
        `CREATE TABLE ${name} (${columns.map((column) => `${column.name} VARCHAR`).join(", ")})`,
      );
    }
    return queryRows<Row>(connection, sql);
  });
}

describe("the SQL of a request", () => {
  test("gives one row per territory, sector and period of what is asked, in a fixed order", async () => {
    const sql = requestSql({
      ...DEFAULT_REQUEST,
      indicators: ["part_en_dette", "effectif"],
      sectors: "A10",
      from: "2025",
      to: "2026",
    });
    const rows = await ask<{ indicateur: string; periode: string; secteur: string }>(sql);
    expect(rows).toHaveLength(2 * 2 * 18 * 10);
    expect(new Set(rows.map(({ periode }) => periode))).toEqual(new Set(["2025", "2026"]));
    const keys = rows.map((row) => `${row.indicateur} ${row.periode}`);
    expect(keys).toEqual([...keys].sort());
  });

  test("takes a level of the NAF with the sectors that a coarser level singles out", async () => {
    const rows = await ask<{ secteur: string }>(
      requestSql({ ...DEFAULT_REQUEST, territories: "france", sectors: "A38", from: "2026" }),
    );
    expect(rows).toHaveLength(38);
    expect(rows.map(({ secteur }) => secteur)).toContain("F");
  });

  test("asks one territory by its level and its code: a région and a département share some", () => {
    const sql = requestSql({ ...DEFAULT_REQUEST, territories: "departement:75" });
    expect(sql).toContain("niveau_territoire = 'departement'");
    expect(sql).toContain("territoire = '75'");
  });

  test("lists the periods of its periodicity, each once", async () => {
    const rows = await ask<{ periode: string }>(
      periodsSql({ ...DEFAULT_REQUEST, indicators: ["part_en_dette", "effectif"] }),
    );
    expect(rows.map(({ periode }) => periode)).toEqual(["2025", "2026"]);
  });
});

test.each(EXAMPLE_QUERIES.map(({ label, sql }) => [label, sql]))(
  "the example « %s » runs on the published tables",
  async (_, sql) => {
    await expect(ask(sql)).resolves.toBeInstanceOf(Array);
    expect(mentionedIndicators(sql).length).toBeGreaterThan(0);
  },
);

test("a query is given the tables that it names, whatever the case and the place", () => {
  expect(
    mentionedIndicators("SELECT * FROM Part_en_Dette d JOIN effectif USING (periode)"),
  ).toEqual(["effectif", "part_en_dette"]);
  expect(mentionedIndicators("SELECT effectifs FROM secteurs")).toEqual([]);
});

test("the tables of labels name every code of the published files", () => {
  const rows = referenceRows(TERRITORIES);
  for (const [name, columns] of Object.entries(REFERENCE_COLUMNS)) {
    const table = rows[name as keyof typeof rows];
    expect(
      table.every((row) => row.length === columns.length),
      name,
    ).toBe(true);
  }
  expect(rows.indicateurs).toHaveLength(INDICATORS.length);
});
