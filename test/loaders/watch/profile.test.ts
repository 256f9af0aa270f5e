import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { copyToParquet, withDuckDB } from "../../../loaders/duckdb.js";
import type { ColumnProfile, TableProfile } from "../../../loaders/watch/profile.js";
import { profileTables } from "../../../loaders/watch/profileTables.js";

async function profile(query: string, threads = 2): Promise<TableProfile> {
  const folder = await mkdtemp(join(tmpdir(), "vigie-profile-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "table.parquet");
  return withDuckDB(
    async (connection) => {
      await copyToParquet(connection, query, file);
      return (await profileTables(connection, [{ name: "debit", file }]))[0]!;
    },
    { threads },
  );
}

const columnOf = ({ columns }: TableProfile, name: string): ColumnProfile =>
  columns.find(({ column }) => column === name)!;

describe("the profile of a table", () => {
  test("gives the sum of amounts to the cent, their zeros, empty cells and percentiles", async () => {
    const table = await profile(
      "SELECT CASE WHEN i < 101 THEN i::DECIMAL(18,2) / 100 END::DECIMAL(18,2) AS mt_po FROM range(103) t(i)",
    );
    const amount = columnOf(table, "mt_po");
    expect(table).toMatchObject({ table: "debit", rows: 103, sampled: 103 });
    expect(amount).toMatchObject({ nulls: 2, zeros: 1, sum: "50.50", min: "0.00", max: "1.00" });
    expect(amount.percentiles).toEqual(Array.from({ length: 101 }, (_, index) => index / 100));
  });

  test("counts dates in days since 1970", async () => {
    const dates = columnOf(await profile("SELECT DATE '1970-01-11' AS periode"), "periode");
    expect(dates.percentiles).toEqual(Array.from({ length: 101 }, () => 10));
    expect(dates).toMatchObject({ min: "1970-01-11", sum: null, zeros: null });
  });

  test("lists the rows of each value of a code, and of no column with many values", async () => {
    const table = await profile(
      "SELECT (i % 3)::VARCHAR AS cd_op_ecn, i::VARCHAR AS libelle, i % 2 = 0 AS recours FROM range(300) t(i)",
    );
    expect(columnOf(table, "cd_op_ecn").values).toEqual([
      { value: "0", rows: 100 },
      { value: "1", rows: 100 },
      { value: "2", rows: 100 },
    ]);
    expect(columnOf(table, "recours").values).toHaveLength(2);
    expect(columnOf(table, "libelle").values).toBeNull();
  });

  test("never holds an identifier nor a name, however few there are", async () => {
    const table = await profile(
      `SELECT '123456782' AS siren, '12345678200011' AS siret, '12345678200011' AS etab_siret,
        '77' AS compte, '77' AS num_cpte, '5' AS debit_id, '5' AS id_da, '00011' AS nicSiegeUniteLegale,
        'ANNE' AS prenom1UniteLegale, 'LE GOFF' AS nomUniteLegale, 'X' AS raison_sociale,
        'X' AS denominationUniteLegale, 'a@b.fr' AS user_email`,
    );
    for (const { min, max, values } of table.columns)
      expect([min, max, values]).toEqual([null, null, null]);
  });

  test("leaves out values that are not finite, and describes an empty table", async () => {
    const real = columnOf(
      await profile("SELECT unnest([1.0, 2.0, 'NaN'::DOUBLE, 'Infinity'::DOUBLE]) AS taux"),
      "taux",
    );
    expect([real.percentiles!.at(0), real.percentiles!.at(-1)]).toEqual([1, 2]);
    const empty = await profile("SELECT 1 AS effectif WHERE false");
    expect(empty).toMatchObject({ rows: 0, columns: [{ column: "effectif", percentiles: null }] });
  });

  test("is the same with one thread or two, and draws a sample of a large table", async () => {
    const query = `SELECT hash(i)::VARCHAR AS siret, (hash(i) % 1000)::INTEGER AS effectif,
      (hash(i) % 7)::VARCHAR AS code, DATE '2020-01-01' + (i % 3000)::INTEGER AS periode
      FROM range(300000) t(i)`;
    const [one, two] = [await profile(query, 1), await profile(query, 2)];
    expect(two).toEqual(one);
    expect(one.rows).toBe(300_000);
    expect(one.sampled).toBeGreaterThan(2_000);
    expect(one.sampled).toBeLessThan(4_500);
    const median = columnOf(one, "effectif").percentiles![50]!;
    expect(Math.abs(median - 500)).toBeLessThan(35);
  });
});
