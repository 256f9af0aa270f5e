import { beforeAll, describe, expect, it } from "vitest";
import { month } from "../../../loaders/demo/calendar.js";
import { createCompany } from "../../../loaders/demo/company.js";
import { live, type Trajectory } from "../../../loaders/demo/trajectory.js";
import { HORIZON_MONTHS } from "../../../src/lib/horizon.js";
import { linearPredictor, sigmoid } from "../../../src/lib/logistic/predict.js";
import { fitRegression } from "../../../src/lib/logistic/regression.js";
import { auc } from "../../../src/lib/metrics/auc.js";
import { resample } from "../../../src/lib/metrics/clusterBootstrap.js";
import { rankedSample } from "../../../src/lib/metrics/rankedSample.js";
import { type Latent, latentOf, trueHazard, trueRisk } from "../../fixtures/trueRisk.js";

const SEED = 7;
const COMPANIES = 4000;
const END = month(2026, 10);

interface Life extends Latent {
  life: Trajectory;
}

let lives: Life[];

beforeAll(() => {
  lives = Array.from({ length: COMPANIES }, (_, index) => {
    const company = createCompany(SEED, index);
    return { ...latentOf(SEED, company, END), life: live(SEED, company, END) };
  });
});

/** In bonis that month, alive. */
const isInBonis = ({ life, start }: Life, m: number) =>
  m >= start && m < life.end && life.phase[m - start] === "inBonis";

const opens = ({ life }: Life, from: number, to: number) =>
  life.openings.some((opening) => opening >= from && opening <= to);

describe("on demonstration data", () => {
  it("the distress the test knows is the one the companies lived", () => {
    for (const { distress, life } of lives.slice(0, 200)) {
      expect(distress.slice(0, life.distress.length)).toEqual(life.distress);
    }
  });

  it("a regression on the drivers of the simulation finds its effects within their 95 % intervals", () => {
    const rows: { hazard: number; size: number; opening: number; company: number }[] = [];
    for (const one of lives) {
      for (let m = Math.max(one.start, month(2010, 1)); m < END; m++) {
        if (!isInBonis(one, m)) continue;
        const { company } = one;
        const hazard = trueHazard({ ...one, company: { ...company, size: 20 } }, m);
        rows.push({
          hazard: Math.log(hazard / (1 - hazard)),
          size: Math.log(Math.max(1, company.size) / 20),
          opening: opens(one, m, m) ? 1 : 0,
          company: company.index,
        });
      }
    }
    const values = Float64Array.from(rows.flatMap(({ hazard, size }) => [hazard, size]));
    const fit = fitRegression(
      { names: ["risque", "taille"], rows: rows.length, values },
      Float64Array.from(rows, ({ opening }) => opening),
      { robust: { kind: "cr1", clusters: rows.map(({ company }) => company) } },
    );
    // The simulation: logit(hazard) with a slope of 1, and rate ∝ size^-0.12 (loaders/demo/trajectory.ts).
    for (const [index, truth] of [0, 1, -0.12].entries()) {
      expect(fit.ciLow[index]!).toBeLessThan(truth);
      expect(fit.ciHigh[index]!).toBeGreaterThan(truth);
    }
    expect(fit.stdErrors[1]!).toBeLessThan(0.1);
  });

  it("no model ranks better than the true risk, which nobody observes, and that one is calibrated", () => {
    const at = month(2022, 6);
    const judged = lives.filter(
      (one) => one.start <= at - 12 && isInBonis(one, at) && at + HORIZON_MONTHS < END,
    );
    const outcome = Float64Array.from(judged, (one) =>
      opens(one, at + 1, at + HORIZON_MONTHS) ? 1 : 0,
    );
    const oracle = Float64Array.from(judged, (one) => trueRisk(one, at, HORIZON_MONTHS));
    const seen = ({ life, start }: Life) => {
      const staff = (m: number) => life.headcount[m - start]!;
      return [
        Math.log(staff(at) / staff(at - 12)),
        Math.log(staff(at) / staff(at - 6)),
        Math.log(staff(at)),
      ];
    };
    const design = {
      names: ["variation_12m", "variation_6m", "taille"],
      rows: judged.length,
      values: Float64Array.from(judged.flatMap(seen)),
    };
    const fit = fitRegression(design, outcome);
    const model = linearPredictor(fit, design).map(sigmoid);
    const cuts = { fort: { value: 0.2, beta: 0.5 }, modere: { value: 0.05, beta: 2 } };
    const clusters = judged.map(({ company }) => company.siren);
    const how = { replicates: 200, seed: SEED, slope: false };
    const [truth, observed] = [oracle, model].map((scores) =>
      resample(rankedSample(scores!, outcome, clusters), cuts, how),
    );
    const gaps = truth!.replicates
      .map(({ auc: best }, draw) => best! - observed!.replicates[draw]!.auc!)
      .sort((a, b) => a - b);
    // Fitted and judged on the same companies, the model is flattered: it must lose all the same.
    expect(auc(model, outcome)).toBeLessThan(auc(oracle, outcome));
    expect(gaps[Math.floor(0.025 * gaps.length)]!).toBeGreaterThan(0);
    const expected = oracle.reduce((sum, risk) => sum + risk, 0);
    const spread = Math.sqrt(oracle.reduce((sum, risk) => sum + risk * (1 - risk), 0));
    const events = outcome.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(events - expected)).toBeLessThan(3 * spread);
  });
});
