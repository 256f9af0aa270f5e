import { describe, expect, it } from "vitest";
import { fitLogistic, INTERCEPT } from "../../../src/lib/logistic/fit.js";
import { profileInterval } from "../../../src/lib/logistic/profile.js";

/** Dose and response of ten groups, made up. */
const DOSES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const EVENTS = [0, 1, 0, 2, 1, 3, 5, 4, 7, 6];
const design = { names: ["dose"], rows: 10, values: Float64Array.from(DOSES) };
const outcome = Float64Array.from(EVENTS, (count) => count / 8);
const options = { trials: new Float64Array(10).fill(8) };
/** `qchisq(0.95, 1)`. */
const CHI2 = 3.841458820694124;

describe("profile-likelihood interval", () => {
  it("ends where the deviance, the other parameters fitted anew, has risen by χ²(1)", () => {
    const fit = fitLogistic(design, outcome, options);
    for (const bound of profileInterval(design, outcome, options, fit, 1)) {
      const offset = Float64Array.from(DOSES, (dose) => bound * dose);
      const held = fitLogistic({ names: [], rows: 10, values: new Float64Array() }, outcome, {
        ...options,
        offset,
      });
      expect(held.deviance - fit.deviance).toBeCloseTo(CHI2, 8);
    }
  });

  it("holds the intercept by the offset alone", () => {
    const fit = fitLogistic(design, outcome, options);
    expect(fit.names[0]).toBe(INTERCEPT);
    for (const bound of profileInterval(design, outcome, options, fit, 0)) {
      const offset = new Float64Array(10).fill(bound);
      const held = fitLogistic(design, outcome, { ...options, intercept: false, offset });
      expect(held.deviance - fit.deviance).toBeCloseTo(CHI2, 8);
    }
  });

  it("is open on the side where separation lets the coefficient grow", () => {
    const x = { names: ["flag"], rows: 6, values: Float64Array.of(0, 0, 0, 0, 1, 1) };
    const y = Float64Array.of(0, 1, 0, 1, 1, 1);
    const fit = fitLogistic(x, y);
    const [low, high] = profileInterval(x, y, {}, fit, 1);
    expect(high).toBe(Infinity);
    expect(low).toBeLessThan(fit.estimates[1]!);
    expect(Number.isFinite(low)).toBe(true);
  });
});
