import highsLoader from "highs";
import {
  conditionedBasis,
  INTERCEPT,
  type LogisticFit,
  type LogisticWarning,
} from "../logistic/fit.js";
import { eventShare } from "../logistic/nullModel.js";
import type { LogisticOptions } from "../logistic/options.js";
import { decideSeparation } from "../logistic/recession.js";
import { fitRegression } from "../logistic/regression.js";
import { usableSample } from "../logistic/sample.js";
import type { Sheet } from "./sheet.js";

const highs = await highsLoader();

/** Whether a fit went without the maximum its likelihood may not have. */
export function isSuspect({ warnings, converged }: LogisticFit): boolean {
  return !converged || warnings.some(({ code }) => code === "separation");
}

/**
 * The regression of a sheet whose likelihood has no maximum, penalised after D. Firth (« Bias
 * reduction of maximum likelihood estimates », Biometrika 80, 1993; G. Heinze, M. Schemper, « A
 * solution to the problem of separation in logistic regression », Statistics in Medicine 21, 2002):
 * its estimates always exist. `named` decides separation exactly, by linear programming, and names
 * the columns that diverge; without it the fit is taken as separated. Undefined when the data are
 * not separated: the fit failed for another reason, which its own warnings tell.
 */
export function firthFallback(
  sheet: Pick<Sheet, "design" | "outcome" | "columns">,
  options: LogisticOptions,
  named: boolean,
): LogisticFit | undefined {
  const diverging = named ? divergingColumns(sheet, options) : [];
  if (named && diverging.length === 0) return undefined;
  const fit = fitRegression(sheet.design, sheet.outcome, {
    ...options,
    penalty: { kind: "firth" },
  });
  return { ...fit, warnings: [...fit.warnings, separated(diverging, sheet)] };
}

function divergingColumns(
  { design, outcome }: Pick<Sheet, "design" | "outcome">,
  options: LogisticOptions,
): string[] {
  const sample = usableSample(design, outcome, options);
  const basis = conditionedBasis(sample, true, eventShare(sample));
  const { diverging } = decideSeparation(sample, basis, highs);
  const names = [INTERCEPT, ...design.names];
  return [...new Set(diverging.map(({ parameter }) => names[parameter]!))];
}

function separated(terms: string[], { columns }: Pick<Sheet, "columns">): LogisticWarning {
  const labels = terms
    .filter((name) => name !== INTERCEPT)
    .map((name) => `« ${columns.find((column) => column.name === name)?.label ?? name} »`);
  const subject = labels.length === 0 ? "la constante" : labels.join(", ");
  const verb = labels.length > 1 ? "séparent" : "sépare";
  return {
    code: "separation",
    terms,
    message: `${subject} ${verb} exactement une partie des événements du reste : la régression est estimée avec la pénalité de Firth, sans laquelle ces coefficients croîtraient sans fin`,
  };
}
