import { describe, expect, it } from "vitest";
import type { Design } from "../../../src/lib/logistic/design.js";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { manyRows } from "./manyRows.js";

/** More than the 40,000 from which a fit starts from part of its rows. */
const ROWS = 60_000;
const { design, outcome } = manyRows(ROWS);

/** The same data with one row a combination of values: few rows, fitted from the intercept. */
function grouped() {
  const groups = new Map<string, { row: Float64Array; trials: number; events: number }>();
  for (let i = 0; i < ROWS; i++) {
    const row = design.values.subarray(i * 3, i * 3 + 3);
    const group = groups.get(row.join()) ?? { row, trials: 0, events: 0 };
    group.trials++;
    group.events += outcome[i]!;
    groups.set(row.join(), group);
  }
  const all = [...groups.values()];
  const values = Float64Array.from(all.flatMap(({ row }) => [...row]));
  return {
    design: { names: design.names, rows: all.length, values },
    outcome: Float64Array.from(all, ({ events, trials }) => events / trials),
    trials: Float64Array.from(all, ({ trials }) => trials),
  };
}

function withColumn(name: string, value: (i: number) => number): Design {
  const values = new Float64Array(ROWS * 4);
  for (let i = 0; i < ROWS; i++) {
    values.set(design.values.subarray(i * 3, i * 3 + 3), i * 4);
    values[i * 4 + 3] = value(i);
  }
  return { names: [...design.names, name], rows: ROWS, values };
}

describe("a fit of many rows", () => {
  it("has the estimates, errors and deviance of the same rows grouped", () => {
    const fit = fitLogistic(design, outcome);
    const { trials, ...few } = grouped();
    const other = fitLogistic(few.design, few.outcome, { trials });
    expect(fit.converged).toBe(true);
    fit.names.forEach((_, a) => {
      const gap = Math.abs(fit.estimates[a]! - other.estimates[a]!);
      expect(gap).toBeLessThan(1e-8 * other.stdErrors[a]!);
      expect(Math.abs(fit.stdErrors[a]! / other.stdErrors[a]! - 1)).toBeLessThan(1e-8);
    });
    expect(Math.abs(fit.logLikKernel / other.logLikKernel - 1)).toBeLessThan(1e-12);
  });

  it("tells a column that separates a handful of them", () => {
    const rare = withColumn("rare", (i) => (outcome[i] === 1 && i % 4000 < 40 ? 1 : 0));
    const fit = fitLogistic(rare, outcome);
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["separation", ["rare"]],
    ]);
  });

  it.each([
    ["all of them", (y: number, i: number) => (y === 1 ? 1 : -1) * (1 + (i % 100))],
    ["all but those at a limit", (y: number, i: number) => (i % 50 === 0 ? 0 : 2 * y - 1)],
  ])("tells a measure that separates %s", (_, value) => {
    const fit = fitLogistic(
      withColumn("measure", (i) => value(outcome[i]!, i)),
      outcome,
    );
    expect(fit.converged).toBe(false);
    const [warning] = fit.warnings;
    expect(warning?.code).toBe("separation");
    expect(warning?.terms).toContain("measure");
  });

  it("has nothing to say of a measure that overlaps by a few rows", () => {
    const measure = (i: number) => (i % 600 === 3 ? 1 - 2 * outcome[i]! : 2 * outcome[i]! - 1);
    const fit = fitLogistic(withColumn("measure", measure), outcome);
    expect(fit.converged).toBe(true);
    expect(fit.warnings).toEqual([]);
    expect(fit.stdErrors.every((se) => se > 0 && se < 10)).toBe(true);
  });

  it("names the column that repeats others", () => {
    const sum = withColumn("sum", (i) => design.values[i * 3]! + design.values[i * 3 + 2]!);
    const fit = fitLogistic(sum, outcome);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["sum"]]]);
    const without = fitLogistic(design, outcome);
    without.estimates.forEach((estimate, a) => {
      expect(Math.abs(fit.estimates[a]! - estimate)).toBeLessThan(1e-8 * fit.stdErrors[a]!);
    });
  });

  it("sees a column that only a few rows tell from another, wherever they are", () => {
    const twin = withColumn(
      "twin",
      (i) => design.values[i * 3]! + (i % 19 === 5 && i % 7 === 0 ? 1 : 0),
    );
    const fit = fitLogistic(twin, outcome);
    expect(fit.warnings).toEqual([]);
    expect(fit.k).toBe(5);
  });
});
