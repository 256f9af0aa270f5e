import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { linearPredictor, sigmoid } from "../../../src/lib/logistic/predict.js";
import { auc } from "../../../src/lib/metrics/auc.js";
import { averagePrecision } from "../../../src/lib/metrics/averagePrecision.js";
import { brier } from "../../../src/lib/metrics/brier.js";
import { calibration } from "../../../src/lib/metrics/calibration.js";
import { equalFrequencyError, equalWidthError } from "../../../src/lib/metrics/calibrationError.js";
import { delongInterval } from "../../../src/lib/metrics/delong.js";
import { bestThreshold, bestThresholdOnGrid } from "../../../src/lib/metrics/fBeta.js";
import { hosmerLemeshow } from "../../../src/lib/metrics/hosmerLemeshow.js";
import { applyIsotonic, fitIsotonic } from "../../../src/lib/metrics/isotonic.js";
import { kolmogorovSmirnov } from "../../../src/lib/metrics/kolmogorovSmirnov.js";
import { logLoss } from "../../../src/lib/metrics/logLoss.js";
import { applyPlatt, fitPlatt } from "../../../src/lib/metrics/platt.js";
import { spiegelhalterZ } from "../../../src/lib/metrics/spiegelhalter.js";
import { topShare } from "../../../src/lib/metrics/topShare.js";
import { weightOfEvidence } from "../../../src/lib/metrics/weightOfEvidence.js";
import { referenceCases } from "../logistic/cases.js";
import { absent, column, expected, referencePresent, rows } from "../logistic/reference.js";

interface Scored {
  id: string;
  p: Float64Array;
  y: Float64Array;
  // biome-ignore lint/suspicious/noExplicitAny: a JSON document.
  performance: any;
}

/** Tolerances of the reference folder's README; its numbers carry 15 digits. */
const METRIC = 1e-12;
/** HL, PSI, IV, WoE of the same README. */
const RANKED = 1e-10;
/** Regressions on probabilities: the README asks 1e-8 of a standard error. */
const RECALIBRATION = 1e-8;
/**
 * Their standard errors come there from one run of `glm`, whose weights are those of the step
 * before the last: they are off by up to 5e-8 (mtcars slope: 0.379597782395 there, 0.379597801071
 * by 30-digit arithmetic at the optimum, which is also what `calibration` gives).
 */
const STALE = 1e-6;

const scored = referencePresent ? [...inSample(), ...outOfSample()] : [];

function inSample(): Scored[] {
  const all = referenceCases();
  const sets: [string, string, string][] = [
    ["mtcars", "mtcars", "performance"],
    ["birthwt", "birthwt", "performance"],
    ["lending_club", "lending_club, train", "performance_train"],
  ];
  return sets.map(([set, id, key]) => {
    const { design, outcome } = all.find((one) => one.id === id)!;
    const p = linearPredictor(fitLogistic(design, outcome), design).map(sigmoid);
    return { id, p, y: outcome, performance: expected(set)[key] };
  });
}

/** From the published probabilities: they carry 15 digits, as the metrics do. */
function outOfSample(): Scored[] {
  const sets: [string, string, string, string][] = [
    ["lending_club", "bad", "test", "performance_test"],
    ["panel-mini", "defaillance_18m", "train", "performance_train"],
    ["panel-mini", "defaillance_18m", "test", "performance_test"],
  ];
  return sets.map(([set, response, part, key]) => {
    const predictions = rows(set, "predictions.csv");
    const inPart = (_: number, i: number) => predictions[i]!.set === part;
    return {
      id: `${set}, ${part}`,
      p: column(predictions, "p").filter(inPart),
      y: column(rows(set, "data.csv"), response).filter(inPart),
      performance: expected(set)[key],
    };
  });
}

describe.skipIf(!referencePresent)(`metrics against R and scikit-learn${absent}`, () => {
  it("covers six samples, in and out of the training rows", () => {
    expect(scored).toHaveLength(6);
  });

  describe.each(scored)("$id", ({ p, y, performance }) => {
    it("AUC, average precision, Brier score and log-loss at 1e-12", () => {
      expect(Math.abs(auc(p, y) - performance.auc)).toBeLessThan(METRIC);
      expect(Math.abs(averagePrecision(p, y) - performance.average_precision)).toBeLessThan(METRIC);
      expect(Math.abs(brier(p, y) - performance.brier)).toBeLessThan(METRIC);
      expect(Math.abs(logLoss(p, y) - performance.logloss)).toBeLessThan(METRIC);
    });

    it("calibration errors, Hosmer-Lemeshow, Spiegelhalter and Kolmogorov-Smirnov at 1e-10", () => {
      const wanted = performance.hosmer_lemeshow;
      const own = hosmerLemeshow(p, y);
      expect([own.groups, own.df]).toEqual([wanted.groups, wanted.df]);
      expect(Math.abs(own.chi2 / wanted.chi2 - 1)).toBeLessThan(RANKED);
      expect(Math.abs(own.p / wanted.p - 1)).toBeLessThan(RANKED);
      expect(Math.abs(equalWidthError(p, y) - performance.ece_equal_width10)).toBeLessThan(RANKED);
      const frequency = equalFrequencyError(p, y) - performance.ece_equal_freq10;
      expect(Math.abs(frequency)).toBeLessThan(RANKED);
      expect(Math.abs(spiegelhalterZ(p, y) - performance.spiegelhalter_z)).toBeLessThan(RANKED);
      expect(Math.abs(kolmogorovSmirnov(p, y) - performance.ks)).toBeLessThan(RANKED);
    });

    it("DeLong's interval of the AUC, as pROC", () => {
      delongInterval(p, y).forEach((bound, i) => {
        expect(Math.abs(bound - performance.auc_delong_ci95[i])).toBeLessThan(RANKED);
      });
    });

    it("precision, recall and lift of the highest scores, ties shared", () => {
      for (const wanted of performance.top_k) {
        const own = topShare(p, y, wanted.share);
        expect(own.k).toBe(wanted.k);
        expect(Math.abs(own.expectedHits - wanted.expected_hits)).toBeLessThan(RANKED);
        expect(Math.abs(own.precision - wanted.precision)).toBeLessThan(RANKED);
        expect(Math.abs(own.recall - wanted.recall)).toBeLessThan(RANKED);
        expect(Math.abs(own.lift - wanted.lift)).toBeLessThan(RANKED);
      }
    });

    it("the largest threshold of the best F-beta among the scores", () => {
      for (const wanted of performance.fbeta) {
        const best = bestThreshold(p, y, wanted.beta);
        expect(Math.abs(best.value - wanted.best)).toBeLessThan(METRIC);
        expect(Math.abs(best.threshold / wanted.threshold_max - 1)).toBeLessThan(METRIC);
        expect(Math.abs(best.precision - wanted.precision)).toBeLessThan(METRIC);
        expect(Math.abs(best.recall - wanted.recall)).toBeLessThan(METRIC);
        expect(best.flagged).toBe(wanted.flagged);
      }
    });

    it("the threshold of the best F-beta on Signaux Faibles' grid", () => {
      for (const wanted of performance.fbeta_grid101) {
        const best = bestThresholdOnGrid(p, y, wanted.beta);
        expect(best.threshold).toBeCloseTo(wanted.threshold, 14);
        expect(Math.abs(best.value - wanted.value)).toBeLessThan(METRIC);
      }
    });

    it("calibration: in the large, intercept, slope and bins", () => {
      const wanted = performance.calibration;
      const own = calibration(p, y);
      const largeUnit = RECALIBRATION * wanted.in_the_large_se;
      expect(Math.abs(own.inTheLarge - wanted.in_the_large)).toBeLessThan(largeUnit);
      expect(Math.abs(own.inTheLargeStdError / wanted.in_the_large_se - 1)).toBeLessThan(STALE);
      expect(Math.abs(own.intercept - wanted.intercept)).toBeLessThan(RECALIBRATION);
      expect(Math.abs(own.slope - wanted.slope)).toBeLessThan(RECALIBRATION * wanted.slope_se);
      expect(Math.abs(own.slopeStdError / wanted.slope_se - 1)).toBeLessThan(STALE);
      expect(Math.abs(own.expectedOverObserved - wanted.expected_over_observed)).toBeLessThan(1e-9);
      const { n, observed, expected: announced } = performance.hosmer_lemeshow;
      expect(own.bins.map((bin) => bin.n)).toEqual(n);
      expect(own.bins.map((bin) => bin.events)).toEqual(observed);
      own.bins.forEach((bin, i) => {
        expect(Math.abs(bin.meanPredicted * bin.n - announced[i])).toBeLessThan(1e-9);
      });
    });
  });

  describe.each(referencePresent ? ["lending_club", "panel-mini"] : [])(
    "calibration maps of %s",
    (set) => {
      const reference = calibrationMaps(set);
      const { p, y } = scored.find(({ id }) => id === `${set}, test`)!;
      const half = Number(reference.half);
      const [first, second] = [p.slice(0, half), p.slice(half)];
      const learned = y.slice(0, half);
      const judged = y.slice(half);

      it("isotonic, as scikit-learn", () => {
        const map = fitIsotonic(first, learned);
        reference.isotonic.x.forEach((x: number, i: number) => {
          expect(Math.abs(applyIsotonic(map, x) - reference.isotonic.y[i])).toBeLessThan(1e-9);
        });
        const mapped = second.map((score) => applyIsotonic(map, score));
        expect(Math.abs(brier(mapped, judged) - reference.isotonic.second_half.brier)).toBeLessThan(
          1e-9,
        );
      });

      it("Platt’s, as scikit-learn", () => {
        const map = fitPlatt(first, learned);
        expect(Math.abs(map.slope + reference.platt_sklearn.a)).toBeLessThan(1e-4);
        expect(Math.abs(map.intercept + reference.platt_sklearn.b)).toBeLessThan(1e-4);
        const mapped = second.map((score) => applyPlatt(map, score));
        expect(
          Math.abs(brier(mapped, judged) - reference.platt_sklearn.second_half.brier),
        ).toBeLessThan(1e-6);
      });

      it("logistic recalibration, as glm", () => {
        const own = calibration(first, learned);
        expect(Math.abs(own.intercept - reference.logistic_recalibration.intercept)).toBeLessThan(
          1e-7,
        );
        expect(Math.abs(own.slope - reference.logistic_recalibration.slope)).toBeLessThan(1e-7);
      });
    },
  );

  it("weights of evidence and information values at 1e-10", () => {
    const reference = expected("lending_club");
    const data = rows("lending_club", "data.csv").slice(0, reference.train_rows[1]);
    const outcomes = column(data, "bad");
    for (const wanted of reference.woe_iv) {
      const own = weightOfEvidence(column(data, wanted.variable), outcomes, wanted.cuts);
      expect(own.bins.map(({ events }) => events)).toEqual(wanted.events);
      own.bins.forEach(({ woe, iv }, i) => {
        expect(Math.abs(woe - wanted.woe_event_over_nonevent[i])).toBeLessThan(RANKED);
        expect(Math.abs(iv - wanted.iv_terms[i])).toBeLessThan(RANKED);
      });
      expect(Math.abs(own.iv - wanted.iv)).toBeLessThan(RANKED);
    }
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a JSON document.
function calibrationMaps(set: string): any {
  return JSON.parse(
    readFileSync(
      new URL(
        `../../../../shared/reference/logistic/${set}/calibration_maps.json`,
        import.meta.url,
      ),
      "utf8",
    ),
  );
}
