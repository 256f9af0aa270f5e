import { type Engine, SINGLE_THREAD } from "./engine.js";
import type { RawColumns } from "./rawColumns.js";
import type { Sample } from "./sample.js";
import { merged, sumOf } from "./tally.js";

/**
 * Well-conditioned columns that span those of the design, and the way back: coefficients on the
 * raw columns are `transform · γ` for coefficients γ on these, exactly in exact arithmetic.
 */
export interface Basis {
  rows: number;
  size: number;
  /** Column-major, `rows × size`. */
  columns: Float64Array;
  /** Raw parameters, intercept first when there is one. */
  parameters: number;
  /** Row-major, `parameters × size`. */
  transform: Float64Array;
  /** Per raw parameter: typical deviation of its column, 1 for the intercept, 0 when constant. */
  spreads: number[];
  /** Raw parameters without a column of their own here. */
  aliased: number[];
  /** Per column: share of its norm below which what it adds to the preceding ones is rounding. */
  tolerances: number[];
}

/**
 * Below this share of its own norm before centring, what a column adds to the preceding ones is
 * rounding and the column is aliased: the tolerance of `glm.fit`'s QR, min(1e-7, epsilon/1000) at
 * its default epsilon of 1e-8 (R 4.2 sources, src/library/stats/R/glm.R).
 */
const ALIAS_TOLERANCE = 1e-11;

interface ColumnScale {
  centre: number;
  /** 0 for a column that is constant (with an intercept) or zero. */
  spread: number;
  tolerance: number;
}

/** Centred (with an intercept) and scaled columns; the constant ones are aliased. */
export function standardisedBasis(
  sample: Sample,
  intercept: boolean,
  engine: Engine = SINGLE_THREAD,
): Basis {
  const first = intercept ? 1 : 0;
  const { rows } = sample;
  const raw = rawColumns(sample);
  const scales = columnScales(raw, intercept, engine);
  const kept = scales.flatMap((scale, j) => (scale.spread > 0 ? [j] : []));
  const size = first + kept.length;
  const parameters = first + raw.width;
  const columns = engine.allocate(rows * size);
  const transform = new Float64Array(parameters * size);
  if (intercept) {
    columns.fill(1, 0, rows);
    transform[0] = 1;
  }
  kept.forEach((j, index) => {
    const { centre, spread } = scales[j]!;
    transform[(first + j) * size + first + index] = 1 / spread;
    if (intercept) transform[first + index] = -centre / spread;
  });
  engine.run({
    kind: "standardise",
    raw,
    standardisation: {
      kept: Int32Array.from(kept),
      centres: Float64Array.from(kept, (j) => scales[j]!.centre),
      inverses: Float64Array.from(kept, (j) => 1 / scales[j]!.spread),
      into: columns.subarray(first * rows),
    },
  });
  const ones = { centre: 0, spread: 1, tolerance: ALIAS_TOLERANCE };
  const all = intercept ? [ones, ...scales] : scales;
  return {
    rows,
    size,
    columns,
    parameters,
    transform,
    spreads: all.map((scale) => scale.spread),
    aliased: all.flatMap((scale, parameter) => (scale.spread > 0 ? [] : [parameter])),
    tolerances: all.filter((scale) => scale.spread > 0).map((scale) => scale.tolerance),
  };
}

function rawColumns({ design, kept, mass }: Sample): RawColumns {
  const { values, names } = design;
  return { values, width: names.length, rows: kept, mass, total: sumOf(mass) };
}

/** Exponent of two beyond which the inverse of an amount is not a number; smaller amounts are nothing. */
const EXTREME = -1000;

/** Weighted mean and a power of two near the standard deviation (dividing by it is exact). */
function columnScales(raw: RawColumns, intercept: boolean, engine: Engine): ColumnScale[] {
  const { width, total } = raw;
  const extents = merged(engine.run({ kind: "extents", raw }));
  const centres = intercept ? extents.slice(0, width) : new Float64Array(width);
  const inverses = Float64Array.from({ length: width }, (_, j) => {
    // No magnitude is above the sum of all: multiplied by this, none is above 1.
    const exponent = Math.ceil(Math.log2(extents[width + j]!) + Math.log2(raw.rows.length));
    return extents[width + j] === 0 ? 0 : 2 ** -Math.max(EXTREME, exponent);
  });
  const spreads = merged(engine.run({ kind: "spreads", raw, centres, inverses }));
  return Array.from({ length: width }, (_, j) => {
    const centre = centres[j]!;
    if (inverses[j] === 0) return { centre, spread: 0, tolerance: 0 };
    // Weighted sum of squares about zero, over that about the mean.
    const inflation = 1 + (total * (centre * inverses[j]!) ** 2) / spreads[j]!;
    const tolerance = ALIAS_TOLERANCE * Math.sqrt(inflation);
    if (!(tolerance < 1)) return { centre, spread: 0, tolerance };
    const deviation = Math.sqrt(spreads[j]! / total) / inverses[j]!;
    return { centre, spread: 2 ** Math.round(Math.log2(deviation)), tolerance };
  });
}
