import { describe, expect, it } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { ratioQuantiles, SMALLEST_COHORT } from "../../../loaders/tables/ratioQuantiles.js";
import { createScope } from "../../../loaders/tables/scope.js";
import type { RatioQuantiles } from "../../../src/lib/tables.js";
import { createCleanTables, freshAt } from "./cleanTables.js";

interface Account {
  company: number;
  closing?: string;
  turnover?: number | null;
  ebit?: number;
  margin?: number | null;
  kind?: string;
  confidentiality?: string;
  ape?: string;
}

async function quantilesOf(accounts: readonly Account[]): Promise<RatioQuantiles[]> {
  const sirenOf = (company: number) => String(912_000_000 + company);
  const apes = new Map(accounts.map(({ company, ape = "43.21A" }) => [company, ape]));
  return withDuckDB(async (connection) => {
    await createCleanTables(connection, {
      companies: [...apes].map(([company, ape]) => `('${sirenOf(company)}', '53', '${ape}')`),
      headcounts: [`('${sirenOf(accounts[0]!.company)}', DATE '2026-09-01', 20)`],
      accounts: accounts.map(
        ({
          company,
          closing = "2024-12-31",
          turnover = 1_000_000,
          ebit = 0,
          margin = company,
          kind = "C",
          confidentiality = "Public",
        }) =>
          `('${sirenOf(company)}', DATE '${closing}', ${turnover}, ${ebit}, ${margin}, '${kind}', '${confidentiality}')`,
      ),
    });
    await createScope(connection, freshAt("2026-09-30"));
    return ratioQuantiles(connection);
  });
}

/** Companies 0 to `count` − 1, whose margin is their number unless told otherwise. */
const several = (count: number, what: Partial<Account> = {}): Account[] =>
  Array.from({ length: count }, (_, company) => ({ company, ...what }));

const find = (
  rows: RatioQuantiles[],
  sector: string,
  turnover: string | null = null,
  ratio = "marge_ebe",
) =>
  rows.filter((row) => row.sector === sector && row.turnover === turnover && row.ratio === ratio);

describe("ratioQuantiles", () => {
  it("gives the R-7 quantiles of each sector, NAF class and class of turnover", async () => {
    const rows = await quantilesOf(several(41));
    // Ranks 4, 10, 20, 30 and 36 of 0…40 (R: quantile(0:40, c(.1, .25, .5, .75, .9))).
    const expected = {
      ratio: "marge_ebe",
      year: 2024,
      cohort: 40,
      quantiles: [4, 10, 20, 30, 36],
    };
    for (const sector of ["43.21A", "43", "F", "Total"])
      for (const turnover of ["<2M", null])
        expect(find(rows, sector, turnover)).toEqual([{ ...expected, sector, turnover }]);
  });

  it("computes shares of turnover that the accounts do not give, in percent", async () => {
    const rows = await quantilesOf(
      several(30).map((one) => ({ ...one, turnover: 2_000_000, ebit: 1000 * one.company })),
    );
    // 100 × 1,000 × 14.5 ÷ 2,000,000.
    expect(find(rows, "F", "2M-10M", "part_ca_ebit")[0]!.quantiles![2]).toBe(0.725);
  });

  it("rounds quantiles to three significant digits", async () => {
    const rows = await quantilesOf(
      several(30).map((one) => ({ ...one, margin: 12.3456 + one.company })),
    );
    expect(find(rows, "F")[0]!.quantiles).toEqual([15.2, 19.6, 26.8, 34.1, 38.4]);
  });

  it("leaves three companies at least strictly beyond each quantile shown", async () => {
    expect(SMALLEST_COHORT).toBe(22);
    expect(find(await quantilesOf(several(22)), "F")[0]!.quantiles).not.toBeNull();
    expect(find(await quantilesOf(several(21)), "F")[0]!.quantiles).toBeNull();
  });

  it("says of a sector that it is secret, nothing of a finer cohort nor of fewer than 11 companies", async () => {
    const rows = await quantilesOf(several(13));
    expect(find(rows, "F")).toEqual([
      { ratio: "marge_ebe", sector: "F", turnover: null, year: 2024, cohort: 15, quantiles: null },
    ]);
    expect(find(rows, "43.21A")).toEqual([]);
    expect(find(rows, "F", "<2M")).toEqual([]);
    expect(await quantilesOf(several(10))).toEqual([]);
  });

  it("hides a cohort whose quantiles are all equal: they would be those of each company", async () => {
    const rows = await quantilesOf(several(50, { margin: 7 }));
    expect(find(rows, "F")[0]!.quantiles).toBeNull();
  });

  it("leaves out accounts that are not public, or of a group", async () => {
    const secret = several(40, { confidentiality: "Public sauf compte de résultat" });
    const groups = several(40, { kind: "K" });
    expect(await quantilesOf([...secret])).toEqual([]);
    expect(await quantilesOf([...groups])).toEqual([]);
  });

  it("places a closing of July or earlier in the year before, and keeps the last of a year", async () => {
    const rows = await quantilesOf([
      ...several(30, { closing: "2024-07-31" }),
      ...several(30, { closing: "2024-03-31", margin: 1000 }),
      ...several(30, { closing: "2024-08-31", margin: 50 }).map((one) => ({
        ...one,
        margin: 50 + one.company,
      })),
    ]);
    expect(find(rows, "F").map(({ year, quantiles }) => [year, quantiles![2]])).toEqual([
      [2023, 14.5],
      [2024, 64.5],
    ]);
  });

  it("counts a company without turnover in the sector, in no class", async () => {
    const rows = await quantilesOf(
      several(40).map((one) => ({ ...one, turnover: one.company < 30 ? 1e6 : null })),
    );
    expect(find(rows, "F")[0]!.cohort).toBe(40);
    expect(find(rows, "F", "<2M")[0]!.cohort).toBe(30);
    expect(rows.every(({ turnover }) => turnover !== "")).toBe(true);
  });

  it("hides a class of turnover that would tell one company apart from its sector", async () => {
    const rows = await quantilesOf(
      several(31).map((one) => ({ ...one, turnover: one.company < 30 ? 1e6 : 6e7 })),
    );
    expect(find(rows, "F")[0]!.quantiles).not.toBeNull();
    expect(find(rows, "F", "<2M")).toEqual([]);
  });
});
