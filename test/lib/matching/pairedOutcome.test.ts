import { describe, expect, test } from "vitest";
import { Random } from "../../../loaders/demo/random.js";
import {
  detectableDifference,
  eValue,
  midP,
  riskDifference,
  riskRatio,
  rosenbaumBound,
  sensitivity,
} from "../../../src/lib/matching/pairedOutcome.js";

const pairs = (both: number, treatedOnly: number, controlOnly: number, neither: number) => ({
  both,
  treatedOnly,
  controlOnly,
  neither,
});

describe("difference of risks of pairs", () => {
  test("is the difference of the discordant pairs over the pairs", () => {
    // (12 − 2) / 50 = 0.2; with one more in each discordant cell of 52: 13/52 and 3/52.
    const { value, low, high } = riskDifference(pairs(20, 12, 2, 16))!;
    const error = Math.sqrt((13 / 52 + 3 / 52 - (10 / 52) ** 2) / 52);
    expect(value).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(10 / 52 - 1.959964 * error, 6);
    expect(high).toBeCloseTo(10 / 52 + 1.959964 * error, 6);
  });

  test("holds the true difference about 95 times in 100, for pairs that are few", () => {
    const random = new Random(7, "coverage");
    let held = 0;
    const times = 2000;
    for (let time = 0; time < times; time++) {
      const outcome = pairs(0, 0, 0, 0);
      for (let pair = 0; pair < 60; pair++) {
        const treated = random.chance(0.2);
        const control = random.chance(0.3);
        if (treated && control) outcome.both++;
        else if (treated) outcome.treatedOnly++;
        else if (control) outcome.controlOnly++;
        else outcome.neither++;
      }
      const { low, high } = riskDifference(outcome)!;
      if (low <= -0.1 && high >= -0.1) held++;
    }
    expect(held / times).toBeGreaterThan(0.935);
    expect(held / times).toBeLessThan(0.97);
  });

  test("is not told without a pair, nor is a ratio without an event", () => {
    expect(riskDifference(pairs(0, 0, 0, 0))).toBeNull();
    expect(detectableDifference(pairs(0, 0, 0, 0))).toBeNull();
    expect(riskRatio(pairs(0, 0, 5, 5))).toBeNull();
  });

  test("that can be detected is 2.8 standard errors", () => {
    const error = Math.sqrt((13 / 52 + 3 / 52 - (10 / 52) ** 2) / 52);
    expect(detectableDifference(pairs(20, 12, 2, 16))).toBeCloseTo(2.801585 * error, 6);
  });
});

test("the ratio of risks is that of the margins, its interval on the logarithm", () => {
  const { value, low, high } = riskRatio(pairs(20, 10, 20, 50))!;
  expect(value).toBeCloseTo(30 / 40, 12);
  const reach = 1.959964 * Math.sqrt(30 / (30 * 40));
  expect(low).toBeCloseTo(0.75 * Math.exp(-reach), 6);
  expect(high).toBeCloseTo(0.75 * Math.exp(reach), 6);
});

describe("McNemar’s mid-p value", () => {
  test("of the airway study is 0.039 (Fagerland, Lydersen and Laake, 2013, table 3)", () => {
    expect(midP(pairs(1, 1, 7, 12))).toBeCloseTo(0.0391, 4);
  });

  test("is the same both ways, and 1 without a discordant pair", () => {
    expect(midP(pairs(1, 7, 1, 12))).toBe(midP(pairs(1, 1, 7, 12)));
    expect(midP(pairs(3, 0, 0, 9))).toBe(1);
  });

  test("of equal discordant cells is 1 less half of the middle term", () => {
    // Binomial(4, 1/2): P(X = 2) = 6/16.
    expect(midP(pairs(0, 2, 2, 0))).toBeCloseTo(1 - 3 / 16, 12);
  });
});

describe("bounds of Rosenbaum", () => {
  // Heavy smoking and lung cancer, Hammond (1964): 110 of 122 discordant pairs (Rosenbaum, 2002,
  // table 4.1, by the normal approximation: ours is exact).
  const smoking = pairs(0, 110, 12, 0);

  test.each([
    [4, 0.0036],
    [5, 0.03],
    [6, 0.1],
  ])("of smoking and lung cancer at gamma %d is %d within 0.01", (gamma, p) => {
    expect(Math.abs(rosenbaumBound(smoking, gamma) - p)).toBeLessThan(0.01);
  });

  test("are the one-sided exact test at gamma 1", () => {
    // P(Binomial(8, 1/2) ≥ 7) = 9/256.
    expect(rosenbaumBound(pairs(1, 1, 7, 12), 1)).toBeCloseTo(9 / 256, 12);
  });

  test("say up to where a difference stands, and nothing of one that chance explains", () => {
    const gamma = sensitivity(smoking)!;
    expect(rosenbaumBound(smoking, gamma)).toBeLessThan(0.05);
    expect(rosenbaumBound(smoking, gamma + 0.05)).toBeGreaterThanOrEqual(0.05);
    expect(sensitivity(pairs(3, 5, 6, 30))).toBeNull();
  });
});

test.each([
  [3.9, 7.26],
  [1.8, 3],
  [1 / 1.8, 3],
])("the E-value of a ratio of %d is %d (VanderWeele and Ding, 2017)", (ratio, expected) => {
  expect(eValue(ratio)).toBeCloseTo(expected, 2);
});
