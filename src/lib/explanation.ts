import { sigmoid } from "./logistic/sigmoid.js";
import { TOLD_FROM } from "./reasons.js";

/** One variable of a logistic model for one company: the terms made from it, added up. */
export interface VariableContribution {
  variable: string;
  group: string;
  /** Columns of the model made from it: one, or one per class. */
  columns: number;
  /** Σ w x of these columns, in log-odds. */
  contribution: number;
  /** Σ |w x| of these columns: more than |contribution| when they pull against each other. */
  magnitude: number;
}

/**
 * The explanation of a score as the lists of 2021 to 2023 publish it, under their field names. All
 * but the radar are shares of |β₀| + Σ|w x| over the columns, signs kept: absolute values of all
 * columns add up to 1.
 */
export interface ScoreExplanation {
  /** By group, and `model_offset`: the share of β₀. */
  macroExpl: Record<string, number>;
  /** By variable, and `model_offset`. */
  microExpl: Record<string, number>;
  /** By group, 0 to 1: 0.5 when it weighs what its columns share of β₀ weighs, more above. */
  macroRadar: Record<string, number>;
  /** `[group, variable]` of contributions of at least 4θ, the largest first. */
  selectConcerning: [string, string][];
  /** Of at most −4θ, the most reassuring first. */
  selectReassuring: [string, string][];
}

const OFFSET = "model_offset";

/**
 * Explains a logistic score exactly: the log-odds are `intercept` + Σ contributions, and every
 * figure follows from these. A radar axis is σ(Σ of the group − β₀ n_group / n), n counting the
 * columns of the model and its constant.
 *
 * Source: S. Lebastard, « Régression logistique – Explication des prédictions », June 2021.
 */
export function explainScore(
  intercept: number,
  variables: readonly VariableContribution[],
): ScoreExplanation {
  const size = variables.reduce((sum, { columns }) => sum + columns, 1);
  const scale = variables.reduce((sum, { magnitude }) => sum + magnitude, Math.abs(intercept));
  const groups = [...new Set(variables.map(({ group }) => group))];
  const ofGroup = (name: string) => variables.filter(({ group }) => group === name);
  const total = (name: string) =>
    ofGroup(name).reduce((sum, { contribution }) => sum + contribution, 0);
  const columns = (name: string) => ofGroup(name).reduce((sum, one) => sum + one.columns, 0);
  return {
    macroExpl: {
      ...Object.fromEntries(groups.map((name) => [name, total(name) / scale])),
      [OFFSET]: intercept / scale,
    },
    microExpl: {
      ...Object.fromEntries(
        variables.map(({ variable, contribution }) => [variable, contribution / scale]),
      ),
      [OFFSET]: intercept / scale,
    },
    macroRadar: Object.fromEntries(
      groups.map((name) => [name, sigmoid(total(name) - (intercept * columns(name)) / size)]),
    ),
    selectConcerning: selected(variables, 1),
    selectReassuring: selected(variables, -1),
  };
}

function selected(variables: readonly VariableContribution[], sign: 1 | -1): [string, string][] {
  return variables
    .filter(({ contribution }) => sign * contribution >= TOLD_FROM)
    .sort((a, b) => sign * (b.contribution - a.contribution))
    .map(({ group, variable }) => [group, variable]);
}
