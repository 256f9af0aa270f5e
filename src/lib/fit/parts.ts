import { columnMeans } from "../logistic/means.js";
import { designVif } from "../logistic/vif.js";
import type { Combine, Gate, Model, Part, Term } from "../model.js";
import { checkOutcome } from "./check.js";
import { classWeightsOf, weightOffset } from "./classWeights.js";
import type { Describe } from "./describe.js";
import type { Column } from "./encode.js";
import { type Equation, fitEquation } from "./equation.js";
import { type Frame, measure } from "./frame.js";
import { clusteredVcov } from "./influence.js";
import { learnColumns } from "./learn.js";
import { baseOf } from "./predict.js";
import { rebalance } from "./rebalance.js";
import { describeSample } from "./sample.js";
import { type Sheet, sheetOf } from "./sheet.js";
import { type CompleteSpec, completeSpec } from "./spec.js";
import { fittedTerms } from "./terms.js";

/** Rows to learn from and the fold of each. */
export interface Learning {
  rows: Int32Array;
  fold: Int32Array;
}

export interface PartFit {
  part: Part;
  columns: readonly Column[];
  equation: Equation;
  sheet: Sheet;
  /** Effective terms, gated and named after the part when it is not the first. */
  terms: Term[];
  /** Of those terms. */
  vcov: number[][];
  base: number;
  warnings: Model["warnings"];
}

/** The specification, or the two it combines, each with the companies it scores. */
export function partsOf(spec: CompleteSpec): { spec: CompleteSpec; gate?: Gate }[] {
  if (!spec.fallback) return [{ spec }];
  const { flag, from, to } = spec.fallback;
  return [
    { spec: completeSpec(from), gate: { flag, value: 0 } },
    { spec: completeSpec(to), gate: { flag, value: 1 } },
  ];
}

/** How a part is fitted. */
export interface Fitting {
  combine: Combine;
  /** Standard errors take as long as the fit. */
  inference: boolean;
  /** Learns each equation without each fold too, for `crossFitted`; defaults to `inference`. */
  crossFit?: boolean;
  describe: Describe;
}

/** Learns a part from the rows that pass its gate: transforms, then coefficients, and errors if asked. */
export function fitPart(
  frame: Frame,
  learning: Learning,
  { spec, gate }: { spec: CompleteSpec; gate?: Gate },
  { combine, inference, crossFit, describe }: Fitting,
): PartFit {
  const through = passing(frame, learning, gate);
  const outcome = outcomeOf(frame, through.rows);
  checkOutcome(outcome, gate ? `d’apprentissage de « ${spec.name} »` : "d’apprentissage");
  const { kept, offset } = rebalance(frame, through.rows, outcome, spec.keptNonEvents, spec.seed);
  const [rows, fold] = [pick(through.rows, kept), pick(through.fold, kept)];
  const { columns, warnings } = learnColumns(spec, frame, rows, describe);
  const weights = classWeightsOf(outcomeOf(frame, rows), spec);
  const sheet = sheetOf(frame, rows, fold, columns, {
    offset: offset + weightOffset(weights),
    weights,
  });
  const equation = fitEquation(sheet, spec, combine, inference, crossFit);
  const { terms, vcov } = termsOf(columns, sheet, equation);
  return {
    part: {
      spec: spec.name,
      label: spec.population.label,
      ...(gate ? { gate } : {}),
      combine,
      training: describeSample(frame, rows),
      subModels: equation.subModels,
      top: equation.top,
    },
    columns,
    equation,
    sheet,
    terms: gate ? terms.map((term) => gated(term, gate, spec.name)) : terms,
    vcov,
    base: baseOf(terms),
    warnings: [...warnings, ...equation.warnings],
  };
}

/** The equation of a part learned without a fold: what scoring needs, without errors. */
export function partApart(
  { columns, sheet, equation }: PartFit,
  fold: number,
): Pick<Model, "terms" | "base"> | undefined {
  const estimates = equation.apart.get(fold);
  if (!estimates) return undefined;
  const { terms } = termsOf(columns, sheet, { estimates });
  return { terms, base: baseOf(terms) };
}

/** Without influence, a term is what scoring needs and no more: its error is NaN. */
function termsOf(
  columns: readonly Column[],
  sheet: Sheet,
  { estimates, influence }: Pick<Equation, "estimates" | "influence">,
) {
  const width = estimates.length;
  const full = influence
    ? clusteredVcov(influence)
    : Array.from({ length: width }, () => new Array<number>(width).fill(Number.NaN));
  const vif = influence ? designVif(sheet.design) : undefined;
  const terms = fittedTerms(columns, columnMeans(sheet.design), estimates, full, vif);
  const kept = [...estimates.keys()].filter((index) => !Number.isNaN(estimates[index]));
  return { terms, vcov: kept.map((row) => kept.map((column) => full[row]![column]!)) };
}

function gated(term: Term, gate: Gate, spec: string): Term {
  return gate.value === 0 ? { ...term, gate } : { ...term, gate, name: `${spec}:${term.name}` };
}

/** Rows that pass a gate; all of them when there is none. */
export function passing(frame: Frame, { rows, fold }: Learning, gate: Gate | undefined): Learning {
  if (!gate) return { rows, fold };
  const flag = measure(frame, gate.flag);
  const kept = Int32Array.from(rows.keys()).filter(
    (index) => (flag[rows[index]!] === 1) === (gate.value === 1),
  );
  return { rows: pick(rows, kept), fold: pick(fold, kept) };
}

function pick(values: Int32Array, positions: Int32Array): Int32Array {
  return positions.map((position) => values[position]!);
}

/** Outcomes of some rows, 0 or 1. */
export function outcomeOf(frame: Frame, rows: Int32Array): Float64Array {
  const outcome = measure(frame, "outcome");
  return Float64Array.from(rows, (row) => outcome[row]!);
}
