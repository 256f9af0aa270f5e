import { chiSquaredTail } from "../stats/chiSquared.js";
import type { LogisticFit } from "./fit.js";
import type { Sample } from "./sample.js";
import { rowScores } from "./scores.js";
import { sigmoid } from "./sigmoid.js";

/** How well a fit accounts for the outcomes of its rows. */
export interface GoodnessOfFit {
  /** Against the model of the intercept alone; χ² of `df` degrees of freedom when no column matters. */
  likelihoodRatio: { chi2: number; df: number; p: number };
  /** Σ of squared Pearson residuals; χ² of `dfResidual` degrees for large groups only. */
  pearsonChi2: number;
  /** Tail of the deviance, for large groups only; NaN without trials: it would mean nothing. */
  devianceP: number;
  pseudoR2: {
    /** 1 − ℓ/ℓ₀ (D. McFadden, 1974). */
    mcFadden: number;
    /** 1 − exp(2(ℓ₀ − ℓ)/n) (D. R. Cox, E. J. Snell, 1989). */
    coxSnell: number;
    /** Cox and Snell’s over its largest possible value (N. Nagelkerke, Biometrika 78, 1991). */
    nagelkerke: number;
    /** Mean probability of events minus that of the others (T. Tjur, Am. Stat. 63, 2009); NaN for shares. */
    tjur: number;
  };
}

/** Statistics of a maximum likelihood fit with an intercept, on the sample it was made from. */
export function goodnessOfFit(sample: Sample, fit: LogisticFit): GoodnessOfFit {
  const chi2 = fit.nullDeviance - fit.deviance;
  const df = fit.k - 1;
  const nullLogLik = fit.logLikKernel - chi2 / 2;
  const total = sample.mass.reduce((sum, mass) => sum + mass, 0);
  const coxSnell = -Math.expm1(-chi2 / total);
  const { eta, residuals } = rowScores(sample, fit);
  let pearsonChi2 = 0;
  eta.forEach((linear, i) => {
    pearsonChi2 += residuals[i]! ** 2 / (sample.mass[i]! * sigmoid(linear) * sigmoid(-linear));
  });
  return {
    likelihoodRatio: { chi2, df, p: chiSquaredTail(chi2, df) },
    pearsonChi2,
    devianceP: sample.trials ? chiSquaredTail(fit.deviance, fit.dfResidual) : NaN,
    pseudoR2: {
      mcFadden: 1 - fit.logLikKernel / nullLogLik,
      coxSnell,
      nagelkerke: coxSnell / -Math.expm1((2 * nullLogLik) / total),
      tjur: discrimination(sample, eta),
    },
  };
}

function discrimination({ outcome, mass }: Sample, eta: Float64Array): number {
  const sums = { events: 0, others: 0, ofEvents: 0, ofOthers: 0 };
  for (let i = 0; i < eta.length; i++) {
    const p = mass[i]! * sigmoid(eta[i]!);
    if (outcome[i] === 1) {
      sums.events += mass[i]!;
      sums.ofEvents += p;
    } else if (outcome[i] === 0) {
      sums.others += mass[i]!;
      sums.ofOthers += p;
    } else return NaN;
  }
  return sums.ofEvents / sums.events - sums.ofOthers / sums.others;
}
