import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulated, cut, debtChanges, filled } from "../../../loaders/clean/forwardFill.js";
import { queryRows, withDuckDB } from "../../../loaders/duckdb.js";

const day = (month: number): string => `2026-${String(month).padStart(2, "0")}-01`;

/** A column computed on a series of months from January 2026, `last` counting from 1. */
async function series(
  values: readonly (number | null)[],
  last: number,
  column: (value: string, last: string) => string,
): Promise<(number | null)[]> {
  const rows = values.map((value, index) => `('111111111', DATE '${day(index + 1)}', ${value})`);
  return withDuckDB(async (connection) => {
    const read = await queryRows<{ shown: number | null }>(
      connection,
      `SELECT ${column("value", `DATE '${day(last)}'`)}::DOUBLE AS shown
       FROM (VALUES ${rows.join(", ")}) grid(siren, periode, value) ORDER BY periode`,
    );
    return read.map(({ shown }) => shown);
  });
}

describe("forward fill cut at the freshness (§5.1, SFOR README)", () => {
  test("[1000, –, 1200, –] with freshness month 3 is shown [1000, 1000, 1200, –]", async () => {
    const shown = await series([1000, null, 1200, null], 3, filled);
    expect(shown).toEqual([1000, 1000, 1200, null]);
  });

  test("nothing is known before the first value", async () => {
    expect(await series([null, 5, null], 3, filled)).toEqual([null, 5, 5]);
  });

  test("headcount and short-time work are cut and never filled", async () => {
    expect(await series([1000, null, 1200, 7], 3, cut)).toEqual([1000, null, 1200, null]);
  });

  test("a value after the freshness is not shown", async () => {
    expect(await series([1, 2, 3], 2, filled)).toEqual([1, 2, null]);
  });

  test("for any series: the last known value up to the freshness, nothing after", async () => {
    const values = fc.array(fc.option(fc.nat(9999)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 12 }), async (known, last) => {
        const expected = known.map((_, index) =>
          index < last
            ? (known.slice(0, index + 1).findLast((value) => value !== null) ?? null)
            : null,
        );
        expect(await series(known, last, filled)).toEqual(expected);
      }),
      { numRuns: 25, seed: 2610 },
    );
  });

  test("the debt of a company is the sum of the last known debts of its establishments", async () => {
    const shown = await withDuckDB(async (connection) => {
      await connection.run(`CREATE TABLE clean_debit AS
        SELECT siret, periode, po::DECIMAL(18, 2) AS part_ouvriere, 0::DECIMAL(18, 2) AS part_patronale
        FROM (VALUES ('11111111100011', DATE '${day(1)}', 1000), ('11111111100011', DATE '${day(3)}', 0),
          ('11111111100029', DATE '${day(2)}', 50)) debts(siret, periode, po)`);
      const rows = await queryRows<{ debt: string | null }>(
        connection,
        `WITH grid AS (SELECT '111111111' AS siren, unnest(generate_series(DATE '${day(1)}',
            DATE '${day(5)}', INTERVAL 1 MONTH))::DATE AS periode)
         SELECT ${cumulated("ouvriere", `DATE '${day(4)}'`)} AS debt
         FROM grid LEFT JOIN (${debtChanges()}) USING (siren, periode) ORDER BY periode`,
      );
      return rows.map(({ debt }) => debt);
    });
    expect(shown).toEqual(["1000.00", "1050.00", "50.00", "50.00", null]);
  });
});
