import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { type CrossTable, crossTable } from "../../../src/lib/disclosure/crossTable.js";
import type { Dimension } from "../../../src/lib/disclosure/dimension.js";
import { SEARCH_LIMITS } from "../../../src/lib/disclosure/optimum.js";
import { BUSINESS_RULES, COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { type ProtectedTable, protectTable } from "../../../src/lib/disclosure/protectTable.js";
import { primaryCells } from "../../../src/lib/disclosure/requirement.js";
import {
  maskCost,
  type SuppressionProblem,
  suppressionProblem,
} from "../../../src/lib/disclosure/suppressionProblem.js";
import { cellsOf } from "../../../src/lib/disclosure/table.js";
import { auditTable } from "../../../src/lib/disclosure/tableAudit.js";
import { hypercubeMask } from "./hypercube.js";
import { dimensionOf, randomTable } from "./randomTable.js";
import { readerInterval } from "./readerAttack.js";

const highs = await highsLoader();

/** Tables of the property test; 500 in a long run. */
const TABLES = Number(process.env.VIGIE_TABLES ?? 20);

const SHAPES: readonly (readonly Dimension[])[] = [
  [dimensionOf("a", 0, 4), dimensionOf("b", 0, 5)],
  [dimensionOf("a", 0, 3), dimensionOf("b", 3, 2)],
  [dimensionOf("a", 0, 3), dimensionOf("b", 0, 3), dimensionOf("c", 0, 2)],
  [dimensionOf("a", 2, 2), dimensionOf("b", 2, 3)],
  [dimensionOf("a", 0, 3), dimensionOf("b", 2, 2), dimensionOf("c", 0, 2)],
];

function tableOf(seed: number): { table: CrossTable; sized: boolean } {
  const sized = seed % 2 === 0;
  const mean = [4, 8, 15][seed % 3]!;
  return { table: randomTable(SHAPES[seed % SHAPES.length]!, mean, seed, sized), sized };
}

function protect(seed: number, limits = SEARCH_LIMITS) {
  const { table, sized } = tableOf(seed);
  const rules = sized ? BUSINESS_RULES : COUNT_RULES;
  const found = protectTable(table, { rules, frequency: 0.1, cost: table.value, limits }, highs);
  return { table, rules, found };
}

function problemOf(table: CrossTable, rules: typeof BUSINESS_RULES): SuppressionProblem {
  const cost = table.value.map((value, cell) =>
    cell === table.grandTotal || value === 0 ? Number.POSITIVE_INFINITY : value,
  );
  return suppressionProblem(
    table,
    primaryCells(table, rules, { frequency: 0.1 }),
    cost,
    rules.minContributors,
  );
}

function expectSafe(table: CrossTable, { mask, primaries, audit }: ProtectedTable): void {
  expect(audit.attacks).toEqual([]);
  for (const { cell, lower, upper, slide } of primaries) {
    const value = table.value[cell]!;
    const [low, high] = readerInterval(table, mask, cell, highs);
    expect(low).toBeLessThanOrEqual(value - lower + 1e-5);
    expect(high).toBeGreaterThanOrEqual(value + upper - 1e-5);
    expect(high - low).toBeGreaterThanOrEqual(slide - 1e-5);
    if (Number.isFinite(high))
      expect([audit.low[cell], audit.high[cell]]).toEqual(close([low, high]));
  }
  for (const equation of table.equations)
    expect(cellsOf(equation).filter((cell) => mask[cell] === 1)).not.toHaveLength(1);
}

const close = (numbers: number[]) => numbers.map((number) => expect.closeTo(number, 4));

describe("protectTable", () => {
  it(`lets no reader narrow a sensitive cell, on ${TABLES} random tables of 2 and 3 dimensions with hierarchies, and costs no more than a hypercube`, () => {
    let compared = 0;
    for (let seed = 1; seed <= TABLES; seed++) {
      const { table, rules, found } = protect(seed);
      expectSafe(table, found);
      expect(found.gap).toBe(0);
      const problem = problemOf(table, rules);
      const simple = hypercubeMask(table, problem, found.primaries);
      if (auditTable(problem, simple, highs).attacks.length > 0) continue;
      compared++;
      expect(found.cost).toBeLessThanOrEqual(maskCost(problem, simple) + 1e-6);
    }
    expect(compared).toBeGreaterThan(TABLES / 20);
  }, 600_000);

  it("stays safe when the search is cut short, and says how far from the best it may be", () => {
    const limits = { relaxed: 2, whole: 1, nodes: 1, pruned: 2000 };
    for (const seed of [4, 8, 13]) {
      const { table, found } = protect(seed, limits);
      expectSafe(table, found);
      const { cost } = protect(seed).found;
      expect(found.cost).toBeGreaterThanOrEqual(cost - 1e-6);
      expect(found.cost * (1 - found.gap)).toBeLessThanOrEqual(cost + 1e-6);
    }
  });

  it("hides the least of all safe masks, tried one by one on small tables", () => {
    let tried = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const dimensions = [dimensionOf("a", 0, 2), dimensionOf("b", 0, 3)];
      const table = randomTable(dimensions, 12, seed, false);
      const problem = problemOf(table, COUNT_RULES);
      const least = problem.primaries.length > 0 ? cheapestSafe(problem) : undefined;
      if (least === undefined) continue;
      tried++;
      const options = { rules: COUNT_RULES, frequency: 0.1, cost: table.value };
      expect(protectTable(table, options, highs).cost).toBe(least);
    }
    expect(tried).toBeGreaterThan(2);
  });

  it("gives the same mask every time", () => {
    expect(protect(5).found.mask).toEqual(protect(5).found.mask);
  });

  it("hides nothing of a table without a sensitive cell", () => {
    const table = randomTable([dimensionOf("a", 0, 2)], 1000, 3, false);
    const cost = table.value;
    const found = protectTable(table, { rules: COUNT_RULES, frequency: 0.1, cost }, highs);
    expect([...found.mask]).toEqual([0, 0, 0]);
  });

  it("hides even the grand total of a table that rests on one company", () => {
    const one = { at: [1], contributors: 1, value: 9, largest: 9, second: 0 };
    const table = crossTable([dimensionOf("a", 0, 1)], [one]);
    const cost = table.value;
    const found = protectTable(table, { rules: BUSINESS_RULES, frequency: 0.1, cost }, highs);
    expect([...found.mask]).toEqual([1, 1]);
    expect(found.audit.high[0]).toBe(Number.POSITIVE_INFINITY);
  });
});

/** Cost of the cheapest mask without an attack, by trying them all. */
function cheapestSafe(problem: SuppressionProblem): number | undefined {
  const { cost, primaries } = problem;
  const sensitive = new Set(primaries.map(({ cell }) => cell));
  const free = [...cost.keys()].filter(
    (cell) => !sensitive.has(cell) && Number.isFinite(cost[cell]!),
  );
  const masks = Array.from({ length: 2 ** free.length }, (_, choice) => {
    const mask = new Uint8Array(cost.length);
    for (const cell of sensitive) mask[cell] = 1;
    for (const [bit, cell] of free.entries()) mask[cell] = (choice >> bit) & 1;
    return { mask, cost: maskCost(problem, mask) };
  }).sort((a, b) => a.cost - b.cost);
  return masks.find(({ mask }) => auditTable(problem, mask, highs).attacks.length === 0)?.cost;
}
