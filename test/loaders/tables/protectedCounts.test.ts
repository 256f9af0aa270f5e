import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { levelsTable } from "../../../loaders/tables/levelsTable.js";
import type { SurvivalCell } from "../../../loaders/tables/survivalCells.js";
import { openSurvival, survivalTable } from "../../../loaders/tables/survivalTable.js";

const highs = await highsLoader();

describe("levelsTable", () => {
  const count = (region: string, sector: string, fort: number, modere: number, aucun: number) =>
    [
      { region, sector, level: "fort" as const, companies: fort },
      { region, sector, level: "modere" as const, companies: modere },
      { region, sector, level: "aucun" as const, companies: aucun },
    ].filter(({ companies }) => companies > 0);
  const counts = [
    ...count("53", "BE", 8, 9, 200),
    ...count("53", "F", 2, 7, 90),
    ...count("11", "BE", 12, 20, 400),
    ...count("11", "F", 9, 11, 150),
    // A région whose companies are all listed.
    ...count("94", "F", 6, 0, 0),
  ];
  const { rows } = levelsTable({ month: "2026-08", counts }, highs);
  const levels = (territory: string, sector = "Total") =>
    rows.find((row) => row.territory === territory && row.sector === sector)!.levels;

  it("shows counts of enough companies, and their sums", () => {
    expect(levels("FR")).toEqual({ fort: 37, modere: 47, aucun: 840 });
    expect(levels("11").aucun).toBe(550);
  });

  it("never says that all the companies of a région are listed", () => {
    expect(levels("94").fort).toBe("s");
    expect(Object.values(levels("94")).filter((cell) => cell === "s").length).toBeGreaterThan(1);
  });
});

describe("survivalTable", () => {
  const cell = (
    region: string,
    fate: SurvivalCell["fate"],
    companies: number,
    year = 2021,
  ): SurvivalCell => ({ year, horizons: [12, 24], region, sector: "BE", fate, companies });
  const cells = [
    cell("53", "liq12", 10),
    cell("53", "liq24", 5),
    cell("53", "alive", 25),
    cell("11", "liq12", 20),
    cell("11", "liq24", 10),
    cell("11", "alive", 70),
    cell("94", "liq12", 1),
    cell("94", "alive", 4),
  ];
  const table = survivalTable(cells, highs);
  const row = (territory: string, sector = "Total") =>
    table.rows.find((one) => one.territory === territory && one.sector === sector)!;

  it("gives the share not in liquidation at each horizon that is past", () => {
    expect(row("FR")).toMatchObject({ cohort: 145, survival: [78.6, 68.3, null] });
    expect(row("FR", "BE")).toMatchObject({ cohort: 145, survival: [78.6, 68.3, null] });
  });

  it("hides the fate of one company, and another one from which it would be deduced", () => {
    expect(row("94").survival[0]).toBe("s");
    const hidden = table.rows.filter(
      ({ territory, survival }) => territory !== "FR" && survival[0] === "s",
    );
    expect(hidden.length).toBeGreaterThan(1);
  });

  it("gives the same rows as open data", () => {
    const { rows, columns } = openSurvival(table);
    expect(rows).toHaveLength(table.rows.length);
    for (const one of rows) expect(one).toHaveLength(columns.length);
  });
});
