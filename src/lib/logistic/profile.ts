import type { Design } from "./design.js";
import { fitLogistic, INTERCEPT, type LogisticFit, type LogisticOptions } from "./fit.js";

/** χ² with one degree of freedom, 95 %: the square of 1.959963984540054. */
const CHI2_95 = 3.841458820694124;
/** How close to the limit the deviance must come. */
const STILL = 1e-10;
const MAX_STEPS = 100;
/** Standard errors beyond which the likelihood is taken not to fall: the interval is open. */
const FARTHEST = 2 ** 10;

/**
 * Profile-likelihood interval at 95 % of one parameter of a maximum likelihood fit: the values for
 * which the deviance, the other parameters fitted anew, rises by less than χ²(1). Unlike Wald’s it
 * is not forced to be symmetric. −Infinity or Infinity on a side where the likelihood does not fall
 * (separation); NaN for an aliased parameter.
 *
 * Source: D. Venzon, S. Moolgavkar, « A Method for Computing Profile-Likelihood-Based Confidence
 * Intervals », Appl. Statist. 37 (1988).
 */
export function profileInterval(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions,
  fit: LogisticFit,
  parameter: number,
): [number, number] {
  const estimate = fit.estimates[parameter]!;
  if (Number.isNaN(estimate)) return [NaN, NaN];
  const constrained = constrain(design, outcome, options, fit.names[parameter]!);
  const excess = (value: number) => constrained(value) - fit.deviance - CHI2_95;
  const error = fit.stdErrors[parameter]!;
  const bound = (side: number) => crossing(excess, estimate, side * error);
  return [bound(-1), bound(1)];
}

/** Deviance of the fit in which a parameter is held at a value, by way of the offset. */
function constrain(
  design: Design,
  outcome: Float64Array,
  options: LogisticOptions,
  name: string,
): (value: number) => number {
  const column = design.names.indexOf(name);
  const isIntercept = column < 0 && name === INTERCEPT;
  const width = design.names.length;
  const reduced = isIntercept ? design : withoutColumn(design, column);
  const intercept = isIntercept ? false : (options.intercept ?? true);
  return (value) => {
    const offset = Float64Array.from({ length: design.rows }, (_, i) => {
      const x = isIntercept ? 1 : design.values[i * width + column]!;
      return (options.offset?.[i] ?? 0) + value * x;
    });
    return fitLogistic(reduced, outcome, { ...options, intercept, offset }).deviance;
  };
}

function withoutColumn({ names, rows, values }: Design, column: number): Design {
  const width = names.length;
  return {
    names: names.filter((_, j) => j !== column),
    rows,
    values: values.filter((_, at) => at % width !== column),
  };
}

/** Where `excess`, −χ² at the estimate and growing away from it, crosses zero: bracket, then Brent-Dekker’s false position with halving. */
function crossing(excess: (value: number) => number, estimate: number, step: number): number {
  let inner = { at: estimate, value: -CHI2_95 };
  let outer = inner;
  for (let reach = 2; outer.value < 0; reach *= 2) {
    if (reach > FARTHEST) return step < 0 ? -Infinity : Infinity;
    inner = outer;
    const at = estimate + reach * step;
    outer = { at, value: excess(at) };
    if (!Number.isFinite(outer.value)) return step < 0 ? -Infinity : Infinity;
  }
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const slope = (outer.value - inner.value) / (outer.at - inner.at);
    const guess = steps % 3 === 2 ? (inner.at + outer.at) / 2 : inner.at - inner.value / slope;
    const value = excess(guess);
    if (Math.abs(value) <= STILL || Math.abs(outer.at - inner.at) <= 1e-12 * Math.abs(step))
      return guess;
    if (value < 0) inner = { at: guess, value };
    else outer = { at: guess, value };
  }
  return (inner.at + outer.at) / 2;
}
