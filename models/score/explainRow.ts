import type { Contribution } from "../../src/lib/agents.js";
import { explainScore } from "../../src/lib/explanation.js";
import { encode } from "../../src/lib/fit/encode.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import { gateOf, predict } from "../../src/lib/fit/predict.js";
import type { Level } from "../../src/lib/levels.js";
import type { Model } from "../../src/lib/model.js";
import { contributionOf } from "../../src/lib/termInWords.js";
import { levelAt } from "../../src/lib/thresholds.js";
import { nationalBars } from "./bars.js";
import { variablesOf } from "./variables.js";

/** The score of one company and all that makes it. */
export interface RowExplanation {
  model: string;
  /** Log-odds: `base` plus the contributions. */
  eta: number;
  probability: number;
  /** Of the thresholds of the model alone: one company has no rank in its département. */
  level: Level;
  thresholds: { fort: number; modere: number };
  base: number;
  contributions: Contribution[];
  groups: { group: string; contribution: number; share: number; radar: number }[];
}

/** Explains the only row of a frame that holds the model's features. */
export function explainRow(model: Model, frame: Frame): RowExplanation {
  const rows = Int32Array.of(0);
  const prediction = predict(model, frame, rows);
  const variables = variablesOf(frame, prediction, rows)(0);
  const { macroExpl, macroRadar } = explainScore(model.base, variables);
  const probability = prediction.probability[0]!;
  const bars = nationalBars(model);
  const open = prediction.terms
    .map((term, index) => ({ term, contribution: prediction.contributions[index]![0]! }))
    .filter(({ term }) => gateOf(term, frame, rows)(0));
  return {
    model: model.id,
    eta: prediction.eta[0]!,
    probability,
    level: levelAt(probability, bars),
    thresholds: bars,
    base: model.base,
    contributions: open.map(({ term, contribution }) => {
      const value =
        term.transform.kind === "level"
          ? encode(term, frame, rows)[0]!
          : measure(frame, term.feature)[0]!;
      return contributionOf(term, Number.isNaN(value) ? null : value, contribution);
    }),
    groups: Object.entries(macroRadar).map(([group, radar]) => ({
      group,
      contribution: sumOf(variables.filter((one) => one.group === group)),
      share: macroExpl[group]!,
      radar,
    })),
  };
}

const sumOf = (parts: readonly { contribution: number }[]): number =>
  parts.reduce((sum, { contribution }) => sum + contribution, 0);
