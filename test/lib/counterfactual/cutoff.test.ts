import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalibrationMap, calibrate } from "../../../src/lib/calibration.js";
import { lastEtaBelow } from "../../../src/lib/counterfactual/cutoff.js";
import { logit, sigmoid } from "../../../src/lib/logistic/sigmoid.js";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** Points of a non-decreasing map, some of them steps. */
const isotonic = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([xs, ys]): CalibrationMap => {
    const x = xs.sort((a, b) => a - b).map((value) => value / 1000);
    const y = ys
      .slice(0, x.length)
      .sort((a, b) => a - b)
      .map((value) => value / 20);
    return { kind: "isotonic", x, y };
  });

const maps = fc.oneof(
  fc.constant<CalibrationMap>({ kind: "none" }),
  fc
    .record({
      intercept: fc.double({ min: -3, max: 3, noNaN: true }),
      slope: fc.double({ min: 0.1, max: 5, noNaN: true }),
    })
    .map((map): CalibrationMap => ({ kind: "platt", ...map })),
  isotonic,
);

const probabilityOf = (map: CalibrationMap, eta: number): number => calibrate(map, sigmoid(eta));

describe("lastEtaBelow", () => {
  test("is below the threshold, and nothing above it is, whatever the map", () => {
    fc.assert(
      fc.property(maps, share, (map, threshold) => {
        const eta = lastEtaBelow(map, threshold);
        if (eta > Number.NEGATIVE_INFINITY) {
          expect(probabilityOf(map, Math.min(eta, 700))).toBeLessThan(threshold);
        }
        if (eta < Number.POSITIVE_INFINITY) {
          const above = Math.max(eta, -700);
          expect(probabilityOf(map, above + 1e-9)).toBeGreaterThanOrEqual(threshold * (1 - 1e-15));
        }
      }),
    );
  });

  test("without calibration, is the logit of the threshold", () => {
    expect(lastEtaBelow({ kind: "none" }, 0.4)).toBeCloseTo(logit(0.4), 14);
  });

  test("stops at the foot of a step of an isotonic map", () => {
    const map: CalibrationMap = {
      kind: "isotonic",
      x: [0.2, 0.5, 0.5000001, 0.8],
      y: [0.1, 0.1, 0.6, 0.6],
    };
    const eta = lastEtaBelow(map, 0.6);
    expect(sigmoid(eta)).toBeLessThan(0.5000001);
    expect(sigmoid(eta)).toBeGreaterThan(0.5);
  });

  test("is minus infinity when the lowest value of the map reaches the threshold, plus infinity when the highest does not", () => {
    const map: CalibrationMap = { kind: "isotonic", x: [0.2, 0.8], y: [0.3, 0.6] };
    expect(lastEtaBelow(map, 0.3)).toBe(Number.NEGATIVE_INFINITY);
    expect(lastEtaBelow(map, 0.7)).toBe(Number.POSITIVE_INFINITY);
  });
});
