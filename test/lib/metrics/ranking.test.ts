import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auc } from "../../../src/lib/metrics/auc.js";
import { averagePrecision } from "../../../src/lib/metrics/averagePrecision.js";
import { confusion } from "../../../src/lib/metrics/confusion.js";
import { bestThreshold, bestThresholdOnGrid, fBeta } from "../../../src/lib/metrics/fBeta.js";
import {
  precisionRecallCurve,
  thinnedPrecisionRecallCurve,
} from "../../../src/lib/metrics/precisionRecallCurve.js";
import { rocCurve, thinnedRocCurve } from "../../../src/lib/metrics/rocCurve.js";

/** Scores in eighths, so that ties are frequent, with both classes. */
const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { minLength: 2, maxLength: 40 })
  .map((draws) => ({
    scores: draws.map(([score]) => score / 8),
    outcomes: draws.map(([, y], i) => (i < 2 ? i : Number(y))),
  }));

/** Many distinct scores, better than chance. */
const many = (() => {
  const scores = Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 5003) / 5003);
  const outcomes = scores.map((score, i) => (((i * 104729) % 997) / 997 < score ** 4 ? 1 : 0));
  return { scores, outcomes };
})();

describe("auc", () => {
  it("is the share of (event, non-event) pairs well ordered, ties for half", () => {
    fc.assert(
      fc.property(scored, ({ scores, outcomes }) => {
        let won = 0;
        let pairs = 0;
        scores.forEach((a, i) => {
          scores.forEach((b, j) => {
            if (outcomes[i] !== 1 || outcomes[j] !== 0) return;
            pairs++;
            won += a > b ? 1 : a === b ? 0.5 : 0;
          });
        });
        expect(auc(scores, outcomes)).toBe(won / pairs);
      }),
    );
  });

  it("is the area under the trapezes of the ROC curve", () => {
    fc.assert(
      fc.property(scored, ({ scores, outcomes }) => {
        const curve = rocCurve(scores, outcomes);
        const area = curve.slice(1).reduce((sum, point, i) => {
          const width = point.falsePositiveRate - curve[i]!.falsePositiveRate;
          return sum + (width * (point.truePositiveRate + curve[i]!.truePositiveRate)) / 2;
        }, 0);
        expect(auc(scores, outcomes)).toBeCloseTo(area, 12);
      }),
    );
  });

  it("is not defined with one class, and 1/2 when all scores are equal", () => {
    expect(auc([0.1, 0.2], [1, 1])).toBeNaN();
    expect(auc([0.3, 0.3, 0.3], [1, 0, 0])).toBe(0.5);
  });
});

describe("averagePrecision", () => {
  it("gives the example of scikit-learn's documentation, 0.83", () => {
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(5 / 6, 15);
  });

  it("is the prevalence when all scores are equal", () => {
    expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0])).toBe(0.25);
  });
});

describe("rocCurve", () => {
  it("never goes back, from (0, 0) to (1, 1)", () => {
    fc.assert(
      fc.property(scored, ({ scores, outcomes }) => {
        const curve = rocCurve(scores, outcomes);
        expect(curve[0]).toEqual({ threshold: null, falsePositiveRate: 0, truePositiveRate: 0 });
        expect(curve.at(-1)).toMatchObject({ falsePositiveRate: 1, truePositiveRate: 1 });
        curve.slice(1).forEach((point, i) => {
          expect(point.falsePositiveRate).toBeGreaterThanOrEqual(curve[i]!.falsePositiveRate);
          expect(point.truePositiveRate).toBeGreaterThanOrEqual(curve[i]!.truePositiveRate);
        });
      }),
    );
  });

  it("thinned for a page, keeps at most 200 of its points and its best one for any cost", () => {
    const curve = rocCurve(many.scores, many.outcomes);
    const thin = thinnedRocCurve(curve);
    expect(curve.length).toBeGreaterThan(4000);
    expect(thin.length).toBeLessThanOrEqual(200);
    expect(thin.length).toBeGreaterThan(150);
    expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)]);
    expect(thin.every((point) => curve.includes(point))).toBe(true);
    for (const cost of [0.01, 0.1, 0.5, 1, 2, 10, 100]) {
      const worth = (points: typeof curve) =>
        Math.max(...points.map((p) => p.truePositiveRate - cost * p.falsePositiveRate));
      expect(worth(thin)).toBe(worth(curve));
    }
  });

  it("is left as it is when short enough", () => {
    const curve = rocCurve([0.1, 0.9], [0, 1]);
    expect(thinnedRocCurve(curve)).toBe(curve);
  });
});

describe("precisionRecallCurve", () => {
  it("says at each score what confusion counts there", () => {
    fc.assert(
      fc.property(scored, ({ scores, outcomes }) => {
        for (const point of precisionRecallCurve(scores, outcomes)) {
          const { precision, recall } = confusion(scores, outcomes, point.threshold);
          expect([point.precision, point.recall]).toEqual([precision, recall]);
        }
      }),
    );
  });

  it("thinned for a page, keeps its ends and at most 200 points", () => {
    const curve = precisionRecallCurve(many.scores, many.outcomes);
    const thin = thinnedPrecisionRecallCurve(curve);
    expect(thin.length).toBeLessThanOrEqual(200);
    expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)]);
  });
});

describe("bestThreshold", () => {
  const betas = fc.constantFrom(0.5, 1, 2);

  it("is the largest of the distinct scores at which F-beta is highest", () => {
    fc.assert(
      fc.property(scored, betas, ({ scores, outcomes }, beta) => {
        const events = outcomes.reduce((sum, y) => sum + y, 0);
        const value = (threshold: number) => {
          const { truePositives, falsePositives } = confusion(scores, outcomes, threshold);
          return fBeta(truePositives, truePositives + falsePositives, events, beta);
        };
        const best = bestThreshold(scores, outcomes, beta);
        const values = scores.map((score) => ({ score, value: value(score) }));
        const highest = Math.max(...values.map((one) => one.value));
        const ties = values.filter((one) => one.value > highest - 1e-12);
        expect(best.value).toBeCloseTo(highest, 14);
        expect(best.threshold).toBe(Math.max(...ties.map((one) => one.score)));
      }),
    );
  });

  it("weighs precision against recall as (1 + β²) P R / (β² P + R)", () => {
    const { precision, recall, value } = bestThreshold(many.scores, many.outcomes, 0.5);
    expect(value).toBeCloseTo((1.25 * precision * recall) / (0.25 * precision + recall), 14);
  });

  it("on a grid takes the first of the best points, flagging scores equal to it", () => {
    const best = bestThresholdOnGrid([0.2, 0.5, 0.9], [0, 1, 1], 1);
    expect([best.threshold, best.value, best.flagged]).toEqual([0.21, 1, 2]);
  });

  it("refuses a sample without events", () => {
    expect(() => bestThreshold([0.1, 0.2], [0, 0], 1)).toThrow(/aucun événement parmi les 2/);
  });
});

describe("input", () => {
  it("is refused with the line at fault", () => {
    expect(() => auc([0.1, NaN], [0, 1])).toThrow(/ligne 2 : score NaN/);
    expect(() => auc([0.1, 0.2], [0, 0.5])).toThrow(/ligne 2 : résultat 0.5, attendu 0 ou 1/);
    expect(() => auc([0.1], [0, 1])).toThrow(/1 scores pour 2 résultats/);
    expect(() => auc([], [])).toThrow(/aucune ligne/);
  });
});
