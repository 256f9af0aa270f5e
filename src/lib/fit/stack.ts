import { GROUPS, type Group } from "../groups.js";
import { INTERCEPT, type LogisticFit } from "../logistic/fit.js";
import { columnMeans } from "../logistic/means.js";
import { auc } from "../metrics/auc.js";
import type { Model, SubModel, TopTerm } from "../model.js";
import type { Equation } from "./equation.js";
import { inferenceOf } from "./inference.js";
import { clusteredVcov, companyScores, type Influence, movesOf } from "./influence.js";
import { logOdds, regress, regressApart } from "./regress.js";
import { cut, type Sheet } from "./sheet.js";
import type { CompleteSpec } from "./spec.js";
import { stackedInfluence } from "./stackedInfluence.js";
import { CONSTANT, fittedTerms } from "./terms.js";

/** Group whose columns enter the top level themselves: what a company is, not how it does. */
const CONTROLS: Group = "profil";

/** A sub-model being fitted. */
export interface Sub {
  group: Group;
  /** Positions of its columns in the sheet of the part. */
  columns: number[];
  sheet: Sheet;
  fit: LogisticFit;
  /** By fold, the fit on the others. */
  apart: Map<number, LogisticFit>;
  /** Log-odds of each row by the fit that has not seen its company. */
  outOfFold: Float64Array;
}

/** The top level: one column a sub-model, then the controls. */
export interface Top {
  /** Positions of the controls in the sheet of the part. */
  controls: number[];
  sheet: Sheet;
  fit: LogisticFit;
  /** By fold, the fit on the others. */
  apart: Map<number, LogisticFit>;
}

/**
 * Stacked regression: a logistic sub-model by group, then a logistic regression of the outcome on
 * their out-of-fold log-odds and on the controls (D. Wolpert, « Stacked generalization », Neural
 * Networks 5, 1992; M. van der Laan, E. Polley, A. Hubbard, « Super Learner », 2007). Both levels
 * are linear in log-odds, so the whole is: the coefficient of a column is the weight of its group
 * times its coefficient in the sub-model.
 */
export function fitStack(
  sheet: Sheet,
  { penalty }: Pick<CompleteSpec, "penalty">,
  inference: boolean,
): Equation {
  const groups = (Object.keys(GROUPS) as Group[]).filter((group) => group !== CONTROLS);
  const subs = groups.flatMap((group) => {
    const columns = positions(sheet, group);
    return columns.length === 0 ? [] : [fitSub(sheet, group, columns, penalty)];
  });
  const top = fitTop(sheet, subs, penalty);
  const moves = inference ? stackedInfluence(sheet, subs, top) : undefined;
  return {
    estimates: effective(sheet, subs, top, WHOLE),
    apart: new Map(
      [...top.apart.keys()].map((fold) => [
        fold,
        effective(sheet, subs, top, ({ apart }) => apart.get(fold)!),
      ]),
    ),
    ...(moves ? { influence: moves.effective } : {}),
    subModels: inference ? subs.map(described) : [],
    top: moves ? topTerms(subs, top, moves.top) : [],
    fit: top.fit,
    warnings: [
      ...subs.flatMap(({ fit }) => fit.warnings),
      ...top.fit.warnings,
      ...reversed(subs, top),
    ],
  };
}

function positions({ columns }: Sheet, group: Group): number[] {
  return columns.flatMap((column, index) => (column.group === group ? [index] : []));
}

function fitSub(
  whole: Sheet,
  group: Group,
  columns: number[],
  penalty: CompleteSpec["penalty"],
): Sub {
  const sheet = cut(whole, columns);
  const fit = regress(sheet, penalty);
  const apart = regressApart(sheet, penalty);
  const outOfFold = new Float64Array(sheet.design.rows);
  for (const [held, without] of apart) {
    const scores = logOdds(sheet, without);
    for (const [row, fold] of sheet.fold.entries())
      if (fold === held) outOfFold[row] = scores[row]!;
  }
  return { group, columns, sheet, fit, apart, outOfFold };
}

function fitTop(sheet: Sheet, subs: readonly Sub[], penalty: CompleteSpec["penalty"]): Top {
  const controls = positions(sheet, CONTROLS);
  const width = subs.length + controls.length;
  const values = new Float64Array(sheet.design.rows * width);
  const whole = sheet.design.names.length;
  for (let row = 0; row < sheet.design.rows; row++) {
    for (const [index, sub] of subs.entries()) values[row * width + index] = sub.outOfFold[row]!;
    for (const [index, column] of controls.entries()) {
      values[row * width + subs.length + index] = sheet.design.values[row * whole + column]!;
    }
  }
  const columns = [
    ...subs.map(({ group }) => ({ ...CONSTANT, name: group, label: GROUPS[group].label })),
    ...controls.map((column) => sheet.columns[column]!),
  ];
  const design = { names: columns.map(({ name }) => name), rows: sheet.design.rows, values };
  const top = { ...sheet, columns, design };
  return { controls, sheet: top, fit: regress(top, penalty), apart: regressApart(top, penalty) };
}

type Choice = (level: Pick<Sub, "fit" | "apart">) => LogisticFit;

const WHOLE: Choice = ({ fit }) => fit;

/** Coefficients of the columns of the sheet, the intercept first; NaN for those left out. */
function effective(sheet: Sheet, subs: readonly Sub[], top: Top, choose: Choice): Float64Array {
  const weights = choose(top).estimates;
  const estimates = new Float64Array(sheet.columns.length + 1).fill(Number.NaN);
  estimates[0] = weights[0]!;
  for (const [index, sub] of subs.entries()) {
    const weight = weights[index + 1]!;
    const own = choose(sub).estimates;
    if (!Number.isNaN(weight)) estimates[0]! += weight * own[0]!;
    for (const [order, column] of sub.columns.entries()) {
      estimates[column + 1] = weight * own[order + 1]!;
    }
  }
  for (const [index, column] of top.controls.entries()) {
    estimates[column + 1] = weights[subs.length + index + 1]!;
  }
  return estimates;
}

function described({ group, sheet, fit, outOfFold: scores }: Sub): SubModel {
  const vcov = clusteredVcov(movesOf(companyScores(sheet, fit), fit));
  return {
    group,
    label: GROUPS[group].label,
    terms: fittedTerms(sheet.columns, columnMeans(sheet.design), fit.estimates, vcov),
    auc: auc(scores, sheet.outcome),
    deviance: fit.deviance,
    nullDeviance: fit.nullDeviance,
  };
}

function topTerms(subs: readonly Sub[], { sheet, fit }: Top, moves: Influence): TopTerm[] {
  const vcov = clusteredVcov(moves);
  return [CONSTANT, ...sheet.columns].flatMap(({ name, label }, index) => {
    if (Number.isNaN(fit.estimates[index])) return [];
    const kind = name === INTERCEPT ? "intercept" : index <= subs.length ? "subModel" : "control";
    return [{ name, label, kind, ...inferenceOf(fit.estimates[index]!, vcov[index]![index]!) }];
  });
}

/** A negative weight turns a sub-model upside down: it can no longer be read alone. */
function reversed(subs: readonly Sub[], { fit }: Top): Model["warnings"] {
  return subs.flatMap(({ group }, index) =>
    fit.estimates[index + 1]! < 0
      ? [
          {
            code: "negative-weight",
            terms: [group],
            message: `le sous-modèle « ${GROUPS[group].label} » a un poids négatif : les autres groupes disent déjà ce qu’il dit, et il ne se lit plus seul`,
          },
        ]
      : [],
  );
}
