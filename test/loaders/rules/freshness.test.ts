import { describe, expect, test } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { computeFreshness, freshnessRule } from "../../../loaders/ingest/freshness.js";
import { tableSql } from "../../../loaders/ingest/write.js";
import { SOURCES } from "../../../loaders/sources/sources.js";

/** Freshness of one source at batch 2610, its rows being dated so. */
async function freshnessOf(name: string, dates: readonly string[]) {
  const source = SOURCES.find((one) => one.name === name)!;
  const { column } = freshnessRule(source)!;
  return withDuckDB(async (connection) => {
    await connection.run(`CREATE TABLE "${name}" AS ${tableSql(source, [])}`);
    for (const date of dates)
      await connection.run(`INSERT INTO "${name}" ("${column}") VALUES ('${date}')`);
    const [freshness] = await computeFreshness(connection, "2026-10-01", [source]);
    return freshness!;
  });
}

const times = (count: number, date: string): string[] => Array(count).fill(date);

/** Ten values a month over a year. */
const YEAR = Array.from({ length: 12 }, (_, month) =>
  times(10, `2025-${String(month + 1).padStart(2, "0")}-01`),
).flat();

describe("freshness is computed, never typed (§3, pain 8)", () => {
  for (const name of ["cotisation", "effectif", "effectif_ent"]) {
    test(`${name}: a last month less than half filled is not covered`, async () => {
      const { date } = await freshnessOf(name, [...YEAR, ...times(4, "2026-01-01")]);
      expect(date).toBe("2025-12-01");
    });

    test(`${name}: a last month filled by half is covered`, async () => {
      const { date } = await freshnessOf(name, [...YEAR, ...times(5, "2026-01-01")]);
      expect(date).toBe("2026-01-01");
    });
  }

  for (const source of SOURCES.filter((one) => freshnessRule(one))) {
    test(`${source.name}: a date after the batch does not count`, async () => {
      const { date } = await freshnessOf(source.name, ["2026-08-01", "2026-10-01", "2027-06-01"]);
      expect(date).toBe("2026-08-01");
    });
  }

  test("a debt is dated by its processing, not by the month it counts for", async () => {
    const { date, rule } = await freshnessOf("debit", ["2026-09-24"]);
    expect(date).toBe("2026-09-24");
    expect(rule).toContain("dt_trt_ecn");
  });

  test("a request for short-time work is dated by its status, not by the month it asks for", () => {
    expect(freshnessRule({ name: "apdemande", period: "date_deb" })).toEqual({
      column: "date_statut",
      kind: "event",
    });
  });

  test("an absent source has no date, a file of reference has no rule", async () => {
    expect((await freshnessOf("procol", [])).date).toBeNull();
    expect(freshnessRule({ name: "comptes" })).toBeUndefined();
  });

  test("every source of the batch that has a date is in the list, in French", async () => {
    const freshness = await withDuckDB(async (connection) => {
      for (const source of SOURCES)
        await connection.run(`CREATE TABLE "${source.name}" AS ${tableSql(source, [])}`);
      return computeFreshness(connection, "2026-10-01");
    });
    const dated = SOURCES.filter(({ period }) => period).map(({ name }) => name);
    expect(freshness.map(({ source }) => source)).toEqual(dated);
    for (const { rule } of freshness) expect(rule).toMatch(/^dernier /);
  });
});
