import { describe, expect, it } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { REGIONS } from "../../../loaders/geography.js";
import { type Grids, readGrids } from "../../../loaders/tables/grids.js";
import type { MeasureId } from "../../../loaders/tables/measures.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { cellAt, grandTotal } from "../../../src/lib/disclosure/grid.js";
import { type CleanRows, createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore } from "./companies.js";

const COMPANIES = [
  "('000000001', '53', '47.11A')",
  "('000000002', '53', '47.11A')",
  "('000000003', '11', '43.21A')",
];

const headcount = (siren: string, month: string, employees: number): string =>
  `('${siren}', DATE '${month}-01', ${employees})`;

function gridsOf(
  rows: Partial<CleanRows>,
  fresh: Record<string, string | null> = {},
): Promise<Grids> {
  return withDuckDB(async (connection) => {
    await createCleanTables(connection, { companies: COMPANIES, ...rows });
    await createScope(connection, freshAt("2026-09-30", fresh));
    return readGrids(connection);
  });
}

/** France's total of a measure, month by month, `null` where it is not known. */
function totals({ months, series }: Grids, id: MeasureId): Record<string, number | null> {
  return Object.fromEntries(
    months.map((month, index) => {
      const grid = series.get(id)![index];
      return [month, grid ? grid.value[grandTotal(grid)]! : null];
    }),
  );
}

const everyMonth = (months: string[]): string[] =>
  months.map((month) => headcount("000000001", month, 10));

describe("readGrids", () => {
  it("attaches a company to the region of its head office and the section of its legal unit", async () => {
    const grids = await gridsOf({
      headcounts: [
        headcount("000000001", "2026-08", 12),
        headcount("000000002", "2026-08", 30),
        headcount("000000003", "2026-08", 50),
      ],
    });
    expect(grids.sections).toEqual(["F", "G"]);
    const grid = grids.series.get("effectif")![0]!;
    const bretagne = REGIONS.findIndex(({ code }) => code === "53");
    const cell = cellAt(grid, bretagne, 1);
    expect([
      grid.value[cell],
      grid.contributors[cell],
      grid.largest[cell],
      grid.second[cell],
    ]).toEqual([42, 2, 30, 12]);
    expect(grid.value[cellAt(grid, grid.rows, 1)]).toBe(42);
    expect(grid.value[grandTotal(grid)]).toBe(92);
  });

  it("counts a company in a month only when it employs someone that month", async () => {
    const grids = await gridsOf({
      headcounts: [
        headcount("000000001", "2026-07", 12),
        headcount("000000002", "2026-07", 0),
        headcount("000000002", "2026-08", 5),
      ],
    });
    expect(totals(grids, "entreprises")).toEqual({ "2026-07": 1, "2026-08": 1 });
  });

  it("stops at the freshness of headcounts: a month hardly filled would look like a collapse", async () => {
    const grids = await gridsOf(
      { headcounts: everyMonth(["2026-07", "2026-08", "2026-09"]) },
      { effectif_ent: "2026-08-01" },
    );
    expect(grids.months).toEqual(["2026-07", "2026-08"]);
  });

  it("refuses a snapshot without headcounts, naming the file to look for", async () => {
    await expect(gridsOf({}, { effectif_ent: null })).rejects.toThrow(/aucun effectif/);
  });

  it("says nothing of a source that is absent", async () => {
    const grids = await gridsOf({ headcounts: everyMonth(["2026-08"]) }, { debit: null });
    expect(totals(grids, "dette_urssaf")).toEqual({ "2026-08": null });
  });

  it("carries a debt forward from its last event and stops at the freshness of the source", async () => {
    const grids = await gridsOf(
      {
        headcounts: everyMonth(["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]),
        debts: [
          "('00000000100011', DATE '2026-05-01', 400, 600)",
          "('00000000300011', DATE '2026-07-01', 100, 100)",
        ],
      },
      { debit: "2026-07-18" },
    );
    expect(totals(grids, "dette_urssaf")).toEqual({
      "2026-04": null,
      "2026-05": 1000,
      "2026-06": 1000,
      "2026-07": 1200,
      "2026-08": null,
    });
  });

  it("adds up the last debts of the establishments of a company, paid ones included", async () => {
    const grids = await gridsOf({
      headcounts: everyMonth(["2026-05", "2026-06", "2026-07"]),
      debts: [
        "('00000000100011', DATE '2026-05-01', 100, 200)",
        "('00000000100029', DATE '2026-06-01', 50, 0)",
        "('00000000100011', DATE '2026-07-01', 0, 0)",
      ],
    });
    expect(totals(grids, "dette_urssaf")).toEqual({
      "2026-05": 300,
      "2026-06": 350,
      "2026-07": 50,
    });
  });

  it("counts in debt only companies that employ someone, and none once it has paid", async () => {
    const grids = await gridsOf({
      headcounts: everyMonth(["2026-05", "2026-06"]),
      debts: [
        "('00000000100011', DATE '2026-05-01', 100, 0)",
        "('00000000200011', DATE '2026-05-01', 100, 0)",
        "('00000000100011', DATE '2026-06-01', 0, 0)",
      ],
    });
    expect(totals(grids, "entreprises_en_dette")).toEqual({ "2026-05": 1, "2026-06": 0 });
    expect(totals(grids, "dette_urssaf")).toEqual({ "2026-05": 200, "2026-06": 100 });
  });

  it("never carries short-time work forward and stops at its last consumption", async () => {
    const grids = await gridsOf(
      {
        headcounts: everyMonth(["2026-05", "2026-06", "2026-07", "2026-08"]),
        shortTimeWork: [
          "('000000001', DATE '2026-05-30', 1.256)",
          "('000000001', DATE '2026-07-01', 2)",
          "('000000001', DATE '2026-08-01', 0)",
        ],
      },
      { apconso: "2026-07-01" },
    );
    expect(totals(grids, "etp_activite_partielle")).toEqual({
      "2026-05": 126,
      "2026-06": 0,
      "2026-07": 200,
      "2026-08": null,
    });
  });

  it("counts an opening for twelve months, once a company, and not its conversion", async () => {
    const grids = await gridsOf({
      headcounts: everyMonth(monthsBefore(26)),
      judgments: [
        "('000000003', DATE '2020-01-15', 'sauvegarde', 'ouverture')",
        "('000000003', DATE '2021-01-15', 'sauvegarde', 'plan_continuation')",
        "('000000001', DATE '2025-08-03', 'redressement', 'ouverture')",
        "('000000001', DATE '2025-12-03', 'liquidation', 'ouverture')",
        "('000000001', DATE '2025-12-20', 'redressement', 'inclusion_autre_procedure')",
        "('000000003', DATE '2026-08-03', 'redressement', 'ouverture')",
      ],
    });
    expect(totals(grids, "ouvertures_12m")).toMatchObject({
      "2025-07": 0,
      "2025-08": 1,
      "2025-12": 1,
      "2026-07": 1,
      "2026-08": 1,
      "2026-09": 1,
    });
  });

  it("counts again a company whose new proceeding follows the end of the former one", async () => {
    const grids = await gridsOf({
      headcounts: everyMonth(monthsBefore(13)),
      judgments: [
        "('000000001', DATE '2025-01-03', 'redressement', 'ouverture')",
        "('000000001', DATE '2025-09-03', 'redressement', 'fin_procedure')",
        "('000000001', DATE '2026-09-03', 'liquidation', 'ouverture')",
      ],
    });
    expect(totals(grids, "ouvertures_12m")).toMatchObject({ "2026-08": 0, "2026-09": 1 });
  });

  it("says nothing of openings until twelve months of headcounts and judgments are known", async () => {
    const [first, , third] = monthsBefore(14);
    const opening = (month: string): string =>
      `('000000001', DATE '${month}-20', 'redressement', 'ouverture')`;
    const known = async (headcountsSince: number, judgmentsSince: string): Promise<string[]> => {
      const grids = await gridsOf({
        headcounts: everyMonth(monthsBefore(headcountsSince)),
        judgments: [opening(judgmentsSince)],
      });
      return grids.months.filter((_, month) => grids.series.get("ouvertures_12m")![month]);
    };
    expect(await known(14, first!)).toEqual(monthsBefore(3));
    expect(await known(14, third!)).toEqual(monthsBefore(1));
    expect(await known(12, first!)).toEqual(monthsBefore(1));
  });

  it("leaves out companies outside the perimeter and those without a region or a section", async () => {
    const grids = await gridsOf({
      companies: [...COMPANIES, "('000000004', NULL, '47.11A')", "('000000005', '53', NULL)"],
      headcounts: ["000000001", "000000004", "000000005", "000000009"].map((siren) =>
        headcount(siren, "2026-08", 10),
      ),
    });
    expect(totals(grids, "entreprises")).toEqual({ "2026-08": 1 });
  });
});
