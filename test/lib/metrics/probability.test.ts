import { describe, expect, it } from "vitest";
import { sigmoid } from "../../../src/lib/logistic/predict.js";
import { brier } from "../../../src/lib/metrics/brier.js";
import { calibration } from "../../../src/lib/metrics/calibration.js";
import { logLoss } from "../../../src/lib/metrics/logLoss.js";

/** 1,000 rows whose outcomes follow their probabilities: of each ten rows, ten p have an event. */
const shares = Array.from({ length: 1000 }, (_, i) => (1 + (i % 9)) / 10);
const outcomes = shares.map((p, i) => (Math.floor(i / 9) % 10 < Math.round(10 * p) ? 1 : 0));

describe("brier and logLoss", () => {
  it("are 1/4 and ln 2 for a coin", () => {
    expect(brier([0.5, 0.5], [0, 1])).toBe(0.25);
    expect(logLoss([0.5, 0.5], [0, 1])).toBeCloseTo(Math.LN2, 15);
  });

  it("log-loss is infinite for an event said impossible, 0 for certainties come true", () => {
    expect(logLoss([0, 0.5], [1, 0])).toBe(Infinity);
    expect(logLoss([0, 1], [0, 1])).toBe(0);
  });
});

describe("calibration", () => {
  it("finds slope 1/2 and the shift when log-odds are doubled and lowered by 1", () => {
    const base = calibration(shares, outcomes);
    const logOdds = shares.map((p) => Math.log(p / (1 - p)));
    const off = calibration(
      logOdds.map((eta) => sigmoid(2 * eta - 1)),
      outcomes,
    );
    expect(off.slope).toBeCloseTo(base.slope / 2, 10);
    expect(off.intercept).toBeCloseTo(base.intercept + base.slope / 2, 10);
    expect(off.inTheLarge).toBeGreaterThan(0);
  });

  it("bins hold every row once, cut at equal probabilities, inside their interval", () => {
    const { bins } = calibration(shares, outcomes);
    expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(1000);
    expect(bins.length).toBeLessThanOrEqual(10);
    for (const bin of bins) {
      expect(bin.low).toBeLessThanOrEqual(bin.observed);
      expect(bin.high).toBeGreaterThanOrEqual(bin.observed);
    }
  });

  it("makes one bin of one probability, and no slope", () => {
    const flat = calibration([0.3, 0.3, 0.3, 0.3], [0, 0, 1, 1]);
    expect(flat.bins).toHaveLength(1);
    expect(flat.slope).toBeNaN();
    expect(flat.inTheLarge).toBeCloseTo(-Math.log(0.3 / 0.7), 12);
  });

  it("gives no slope where the probabilities separate the outcomes, or are 0 or 1", () => {
    expect(calibration([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]).slope).toBeNaN();
    expect(calibration([0, 0.2, 0.8, 1], [0, 1, 0, 1]).inTheLarge).toBeNaN();
  });
});
