import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logit, sigmoid } from "../../../src/lib/logistic/sigmoid.js";
import { recalibrateOnOutcomes, shiftToRate } from "../../../src/lib/metrics/recalibrate.js";

const mean = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Outcomes whose share in each of many bands is exactly σ(a + b × band). */
function outcomesOf(a: number, b: number) {
  const logOdds: number[] = [];
  const outcome: number[] = [];
  for (let band = -3; band <= 1; band += 0.5) {
    const events = Math.round(400 * sigmoid(a + b * band));
    for (let row = 0; row < 400; row++) {
      logOdds.push(band);
      outcome.push(row < events ? 1 : 0);
    }
  }
  return { logOdds: Float64Array.from(logOdds), outcome: Float64Array.from(outcome) };
}

describe("shiftToRate", () => {
  it("on equal log-odds is the prior correction of King and Zeng: logit(rate) − logit(base)", () => {
    const logOdds = new Float64Array(50).fill(logit(0.05));
    expect(shiftToRate(logOdds, 0.03)).toBeCloseTo(logit(0.03) - logit(0.05), 12);
  });

  it("brings the mean probability to the rate, whatever the log-odds", () => {
    const some = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, fc.double({ min: 0.001, max: 0.9, noNaN: true }), (values, rate) => {
        const logOdds = Float64Array.from(values);
        const shift = shiftToRate(logOdds, rate);
        expect(mean(logOdds.map((eta) => sigmoid(eta + shift)))).toBeCloseTo(rate, 10);
      }),
      { numRuns: 200 },
    );
  });

  it("is zero at the rate the log-odds already announce", () => {
    const logOdds = Float64Array.of(-3, -1, 0.5);
    expect(shiftToRate(logOdds, mean(logOdds.map(sigmoid)))).toBeCloseTo(0, 12);
  });
});

describe("recalibrateOnOutcomes", () => {
  const clusters = (rows: number) => Array.from({ length: rows }, (_, row) => String(row));

  it("moves the constant alone when only the base rate has moved", () => {
    const { logOdds, outcome } = outcomesOf(-0.7, 1);
    const found = recalibrateOnOutcomes(logOdds, outcome, clusters(outcome.length));
    expect(found.slope).toBe(1);
    expect(found.intercept).toBeCloseTo(-0.7, 1);
    expect(Math.abs(found.slopeTest.z)).toBeLessThan(1.96);
  });

  it("moves the slope too when the data refuse a slope of 1", () => {
    const { logOdds, outcome } = outcomesOf(0.2, 0.6);
    const found = recalibrateOnOutcomes(logOdds, outcome, clusters(outcome.length));
    expect(found.slope).toBeCloseTo(0.6, 1);
    expect(found.intercept).toBeCloseTo(0.2, 1);
    expect(found.slopeTest.z).toBeLessThan(-1.96);
  });

  it("asks more of the slope when rows come by company: errors are clustered", () => {
    const { logOdds, outcome } = outcomesOf(0.2, 0.6);
    const rows = clusters(outcome.length);
    const alone = recalibrateOnOutcomes(logOdds, outcome, rows);
    const pairs = [0, 1].flatMap(() => rows);
    const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
    const doubled = recalibrateOnOutcomes(twice(logOdds), twice(outcome), pairs);
    expect(doubled.slopeTest.stdError).toBeCloseTo(alone.slopeTest.stdError, 9);
  });
});
