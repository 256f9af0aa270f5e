import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auc } from "../../../src/lib/metrics/auc.js";
import { averagePrecision } from "../../../src/lib/metrics/averagePrecision.js";
import { brier } from "../../../src/lib/metrics/brier.js";
import { calibration } from "../../../src/lib/metrics/calibration.js";
import { equalFrequencyError } from "../../../src/lib/metrics/calibrationError.js";
import { estimates, resample } from "../../../src/lib/metrics/clusterBootstrap.js";
import { clusterMeasures } from "../../../src/lib/metrics/clusterMeasures.js";
import { confusion } from "../../../src/lib/metrics/confusion.js";
import { hosmerLemeshow } from "../../../src/lib/metrics/hosmerLemeshow.js";
import { logLoss } from "../../../src/lib/metrics/logLoss.js";
import { rankedSample } from "../../../src/lib/metrics/rankedSample.js";
import { draws } from "../../../src/lib/stats/draws.js";

const CUTS = { fort: { value: 0.6, beta: 0.5 }, modere: { value: 0.3, beta: 2 } };

/** Companies of four months, some scores tied, outcomes drawn from the scores. */
function panel(seed: number, companies = 60) {
  const draw = draws(seed);
  const probability: number[] = [];
  const outcome: number[] = [];
  const siren: string[] = [];
  for (let company = 0; company < companies; company++) {
    const risk = (1 + draw(19)) / 20;
    const fails = draw(1000) < 1000 * risk ? 1 : 0;
    for (let month = 0; month < 4; month++) {
      probability.push(Math.min(0.99, Math.max(0.01, risk + (draw(3) - 1) / 50)));
      outcome.push(fails);
      siren.push(String(company));
    }
  }
  return { probability, outcome, siren };
}

describe("clusterMeasures", () => {
  it("agrees with the plain measures when each company counts once (200 samples)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { probability, outcome, siren } = panel(seed);
        const sample = rankedSample(probability, outcome, siren);
        const found = clusterMeasures(sample, new Uint16Array(sample.clusters).fill(1), CUTS);
        const { inTheLarge, intercept, slope } = calibration(probability, outcome);
        const { precision, recall } = confusion(probability, outcome, CUTS.fort.value);
        const expected = {
          auc: auc(probability, outcome),
          averagePrecision: averagePrecision(probability, outcome),
          brier: brier(probability, outcome),
          logLoss: logLoss(probability, outcome),
          ece: equalFrequencyError(probability, outcome),
          hosmerLemeshow: hosmerLemeshow(probability, outcome).chi2,
          inTheLarge,
          intercept,
          slope,
          "fort.precision": precision,
          "fort.recall": recall,
        };
        for (const [name, value] of Object.entries(expected)) {
          expect(found[name], name).toBeCloseTo(value, 7);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("counts a company drawn twice as two companies alike", () => {
    const { probability, outcome, siren } = panel(7, 20);
    const sample = rankedSample(probability, outcome, siren);
    const counts = new Uint16Array(sample.clusters).fill(1);
    counts[3] = 2;
    const twice = siren.flatMap((name, row) => (name === "3" ? [row] : []));
    const doubled = rankedSample(
      [...probability, ...twice.map((row) => probability[row]!)],
      [...outcome, ...twice.map((row) => outcome[row]!)],
      [...siren, ...twice.map(() => "copy")],
    );
    const once = new Uint16Array(doubled.clusters).fill(1);
    const [left, right] = [
      clusterMeasures(sample, counts, CUTS),
      clusterMeasures(doubled, once, CUTS),
    ];
    for (const name of ["auc", "averagePrecision", "brier", "slope", "gain@0.1", "tpr@0.2"]) {
      expect(left[name], name).toBeCloseTo(right[name]!, 9);
    }
  });

  it("reads gains and the ROC curve by hand on four rows", () => {
    const sample = rankedSample([0.9, 0.8, 0.4, 0.1], [1, 0, 1, 0], ["a", "b", "c", "d"]);
    const found = clusterMeasures(sample, [1, 1, 1, 1], CUTS);
    // One event in two is above every non-event; 20 % of four rows are 0.8 of the first one.
    expect(found["tpr@0.2"]).toBe(0.5);
    expect(found["gain@0.2"]).toBeCloseTo(0.4, 12);
    expect(found["lift@0.2"]).toBeCloseTo(2, 12);
  });
});

describe("resample", () => {
  const sampleOf = ({ probability, outcome, siren }: ReturnType<typeof panel>) =>
    rankedSample(probability, outcome, siren);

  it("gives the same intervals for the same seed, others for another", () => {
    const sample = sampleOf(panel(3));
    const run = (seed: number) => estimates(resample(sample, CUTS, { replicates: 50, seed }));
    expect(run(1)).toEqual(run(1));
    expect(run(1).auc).not.toEqual(run(2).auc);
  });

  it("does not narrow when the months of each company are repeated: they tell nothing new", () => {
    const one = panel(11);
    const many = {
      probability: one.probability.flatMap((value) => [value, value, value]),
      outcome: one.outcome.flatMap((value) => [value, value, value]),
      siren: one.siren.flatMap((value) => [value, value, value]),
    };
    const width = (data: ReturnType<typeof panel>) => {
      const { low, high } = estimates(resample(sampleOf(data), CUTS, { replicates: 100, seed: 5 }))
        .auc!;
      return high! - low!;
    };
    expect(width(many)).toBeCloseTo(width(one), 9);
  });

  it("covers the true event rate about as often as it says, which drawing rows would not (100 panels)", () => {
    const covered = (rowsAsCompanies: boolean) => {
      let count = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const data = panel(seed);
        const siren = rowsAsCompanies ? data.siren.map((_, row) => String(row)) : data.siren;
        const options = { replicates: 200, seed, slope: false };
        const { eventRate } = estimates(resample(sampleOf({ ...data, siren }), CUTS, options));
        // Risks are uniform on 1/20 … 19/20: half of the companies fail.
        if (eventRate!.low! <= 0.5 && eventRate!.high! >= 0.5) count++;
      }
      return count;
    };
    // Binomial(100, 0.95) is above 87 with a probability over 0.998.
    expect(covered(false)).toBeGreaterThanOrEqual(88);
    // Intervals half as wide cover two times in three.
    expect(covered(true)).toBeLessThan(85);
  });

  it("pairs two scores of the same rows resample by resample", () => {
    const { probability, outcome, siren } = panel(9);
    const reversed = probability.map((value) => 1 - value);
    const [left, right] = [probability, reversed].map((scores) =>
      resample(rankedSample(scores, outcome, siren), CUTS, {
        replicates: 30,
        seed: 1,
        slope: false,
      }),
    );
    for (const [index, { auc: area }] of left!.replicates.entries()) {
      expect(area! + right!.replicates[index]!.auc!).toBeCloseTo(1, 9);
    }
  });

  it("gives no interval to what most resamples leave undefined", () => {
    const sample = rankedSample([0.9, 0.2, 0.1], [1, 0, 0], ["a", "b", "c"]);
    const { auc: area } = estimates(resample(sample, CUTS, { replicates: 100, seed: 1 }));
    expect(area).toEqual({ value: 1, low: null, high: null });
  });
});
