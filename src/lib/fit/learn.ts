import type { Describe } from "./describe.js";
import type { Column } from "./encode.js";
import { type Frame, measure } from "./frame.js";
import { quantiles } from "./quantile.js";
import type { CompleteSpec, SpecTerm } from "./spec.js";

/** Columns the data cannot tell anything about, and why, in French. */
export interface Learned {
  columns: Column[];
  warnings: { code: string; terms: string[]; message: string }[];
}

/**
 * Columns of a specification, their transforms learned on the training rows alone: quantiles, mean
 * and standard deviation of each measure, and a mark of missing values where some are. A measure
 * without two different values there is left out, with a warning.
 */
export function learnColumns(
  spec: CompleteSpec,
  frame: Frame,
  training: Int32Array,
  describe: Describe,
): Learned {
  const learned: Learned = { columns: [], warnings: [] };
  for (const term of spec.terms) {
    const columns = columnsOf(term, spec, frame, training, describe);
    learned.columns.push(...columns);
    if (columns.length === 0) learned.warnings.push(constant(term.feature));
  }
  return learned;
}

function columnsOf(
  term: SpecTerm,
  { clip }: CompleteSpec,
  frame: Frame,
  training: Int32Array,
  describe: Describe,
): Column[] {
  const { name, group, label, unit } = describe(term.feature);
  const base = { feature: name, group, unit };
  if (term.as === "indicator") return [{ ...base, name, label, transform: { kind: "indicator" } }];
  if (term.as === "levels") {
    return term.levels.map((level) => ({
      ...base,
      name: `${name}[${level.name}]`,
      label: level.label,
      transform: { kind: "level", values: [...level.values], reference: term.reference },
    }));
  }
  const column = measure(frame, name);
  const values = Float64Array.from(training, (row) => column[row]!);
  const transform = standardisation(values, clip);
  if (!transform) return [];
  const columns: Column[] = [{ ...base, name, label, transform }];
  if (term.mark && values.some(Number.isNaN)) {
    columns.push({
      ...base,
      name: `${name}[absent]`,
      label: `${label} : non renseigné`,
      transform: { kind: "missing" },
    });
  }
  return columns;
}

type Standardised = Extract<Column["transform"], { kind: "standardised" }>;

/** Undefined when the measure is constant or always empty on the training sample. */
function standardisation(
  values: Float64Array,
  clip: { lower: number; upper: number },
): Standardised | undefined {
  const known = values.filter((value) => !Number.isNaN(value));
  const [lower, upper, least, most] = quantiles(known, [clip.lower, clip.upper, 0, 1]) as [
    number,
    number,
    number,
    number,
  ];
  // A variable nearly always equal to one value (hours of short-time work) would be wiped out.
  const range = lower < upper ? { lower, upper } : { lower: least, upper: most };
  if (!(range.lower < range.upper)) return undefined;
  const clipped = known.map((value) => Math.min(Math.max(value, range.lower), range.upper));
  const mean = clipped.reduce((sum, value) => sum + value, 0) / clipped.length;
  const variance = clipped.reduce((sum, value) => sum + (value - mean) ** 2, 0) / clipped.length;
  return { kind: "standardised", ...range, mean, sd: Math.sqrt(variance) };
}

function constant(feature: string) {
  return {
    code: "constant",
    terms: [feature],
    message: `« ${feature} » n’est pas estimé : une seule valeur, ou aucune, dans l’échantillon d’apprentissage`,
  };
}
