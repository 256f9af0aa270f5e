import { describe, expect, it } from "vitest";
import { withDuckDB } from "../../../loaders/duckdb.js";
import { readCube } from "../../../loaders/tables/cube.js";
import { keyOf } from "../../../loaders/tables/layout.js";
import { createScope } from "../../../loaders/tables/scope.js";
import { createCleanTables, freshAt } from "./cleanTables.js";
import { monthsBefore, smallEconomy } from "./companies.js";

const cube = await withDuckDB(async (connection) => {
  await createCleanTables(connection, smallEconomy(monthsBefore(4)));
  await createScope(connection, freshAt("2026-09-30"));
  return readCube(connection);
});

describe("readCube", () => {
  it("adds up, whatever the measure, the month and the sum", () => {
    let sums = 0;
    for (const months of cube.measures.values())
      for (const cells of months)
        for (const { total, parts } of cells?.equations ?? []) {
          const sum = parts.reduce((all, part) => all + cells!.value[part]!, 0);
          expect(sum).toBe(cells!.value[total]);
          sums += 1;
        }
    expect(sums).toBeGreaterThan(5000);
  });

  it("keeps in each total the largest contribution of its parts, and the second of them all", () => {
    const cells = cube.measures.get("effectif")!.at(-1)!;
    for (const { total, parts } of cells.equations) {
      const contributions = parts
        .flatMap((part) => [cells.largest[part]!, cells.second[part]!])
        .sort((a, b) => b - a);
      expect([cells.largest[total], cells.second[total]]).toEqual(contributions.slice(0, 2));
    }
  });

  it("counts a company once in each total, however many parts it has", () => {
    const cells = cube.measures.get("dette_urssaf")!.at(-1)!;
    const at = new Map(cells.layout.cells.map((cell, index) => [keyOf(cell), index]));
    const count = (part: string) =>
      cells.contributors[
        at.get(keyOf({ territory: "FR", sector: "Total", size: "Total", part }))!
      ]!;
    expect(count("")).toBeLessThanOrEqual(count("dette_salariale") + count("dette_patronale"));
    expect(count("")).toBeGreaterThanOrEqual(count("dette_patronale"));
  });

  it("has départements at the end of quarters, and every month for what a quarter adds up", () => {
    const sizes = (id: "entreprises" | "etp_activite_partielle") =>
      cube.measures.get(id)!.map((cells) => cells?.value.length);
    const quarter = cube.months.findIndex((month) => Number(month.slice(5)) % 3 === 0);
    const [coarse] = sizes("entreprises").filter((_, index) => index !== quarter);
    expect(sizes("entreprises")[quarter]).toBeGreaterThan(coarse!);
    expect(new Set(sizes("etp_activite_partielle").filter((size) => size)).size).toBe(1);
  });
});
