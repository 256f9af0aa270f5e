import { describe, expect, it } from "vitest";
import { fitMlLogistic } from "../../../src/lib/fit/mlLogistic.js";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { manyRows } from "../logistic/manyRows.js";

const { design: raw, outcome } = manyRows(400);
/** Its fixed step cannot climb along columns of very different sizes. */
const design = {
  ...raw,
  values: raw.values.map((value, i) => (i % 3 === 1 ? value / 4000 : value)),
};

describe("the other trainer", () => {
  it("reaches our estimates with enough steps, has no standard error and never claims to have converged", async () => {
    const own = fitLogistic(design, outcome);
    const fit = await fitMlLogistic(design, outcome, { steps: 4_000 });
    expect(fit.names).toEqual(own.names);
    own.estimates.forEach((estimate, a) => {
      expect(Math.abs(fit.estimates[a]! - estimate)).toBeLessThan(0.05 * own.stdErrors[a]!);
    });
    expect(fit.deviance).toBeGreaterThanOrEqual(own.deviance);
    expect(fit.nullDeviance).toBeCloseTo(own.nullDeviance, 9);
    expect(fit.stdErrors.every(Number.isNaN)).toBe(true);
    expect(fit.converged).toBe(false);
  });

  it("is not given the rows with a missing value, which it would spread to every estimate", async () => {
    const values = Float64Array.from(design.values);
    values[0] = NaN;
    const fit = await fitMlLogistic({ ...design, values }, outcome, { steps: 5 });
    expect([fit.n, fit.nUsed]).toEqual([400, 399]);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["missing", "notConverged"]);
    expect(fit.estimates.every(Number.isFinite)).toBe(true);
  });
});
