import type { Highs } from "highs";
import type { Basis } from "./basis.js";
import { nullSpace } from "./nullSpace.js";
import { type ConeRows, RecessionCone } from "./recessionCone.js";
import type { Sample } from "./sample.js";

/** Whether the maximum of the likelihood exists, decided exactly. */
export interface SeparationVerdict {
  /** `complete`: some direction lowers the loss of every row; `quasi-complete`: of some, and raises that of none. */
  kind: "none" | "complete" | "quasi-complete";
  /** Raw parameters whose estimate can diverge, and towards which side. */
  diverging: { parameter: number; sign: 1 | -1 }[];
}

/**
 * Decides separation by linear programming: the directions along which no row with an event loses
 * log-odds, no row without gains any and rows with both stay put form a cone; the maximum likelihood
 * estimate exists if and only if the cone is {0} on the basis (A. Albert, J. A. Anderson, Biometrika
 * 71, 1984; K. Konis, « Linear programming algorithms for detecting separated data in binary
 * logistic regression models », thesis, Oxford, 2007).
 *
 * The rows that some direction moves are found first; all directions then lie in what leaves the
 * other rows still, a space of few dimensions where each side of each parameter is tried. `highs` is
 * the loaded solver (npm `highs`, HiGHS in WebAssembly).
 */
export function decideSeparation(sample: Sample, basis: Basis, highs: Highs): SeparationVerdict {
  const table = coneRows(sample, basis);
  const moved = separatedRows(table, highs);
  const count = moved.reduce((sum, flag) => sum + flag, 0);
  if (count === 0) return { kind: "none", diverging: [] };
  return {
    kind: count === table.rows ? "complete" : "quasi-complete",
    diverging: divergingSides(basis, table, moved, highs),
  };
}

/** Directions are within ±1 on columns of unit size: a smaller change is rounding. */
const FLAT = 1e-6;

function coneRows({ outcome }: Sample, { rows, size, columns }: Basis): ConeRows {
  const sides = Int8Array.from(outcome, (y) => (y === 1 ? 1 : y === 0 ? -1 : 0));
  return { rows, size, columns, sides };
}

/** 1 for the rows that some direction of the cone moves: their gains are added up and maximised, again without those found. */
function separatedRows(table: ConeRows, highs: Highs): Uint8Array {
  const moved = new Uint8Array(table.rows);
  const cone = new RecessionCone(table, highs);
  try {
    for (;;) {
      const moves = cone.moves(cone.maximise(gain(table, moved)));
      let found = false;
      moves.forEach((move, row) => {
        if (moved[row] === 1 || table.sides[row]! * move <= FLAT) return;
        moved[row] = 1;
        found = true;
      });
      if (!found) return moved;
    }
  } finally {
    cone.dispose();
  }
}

/** Σ of the log-odds gained the right way over the rows not found yet, as weights of a direction. */
function gain({ rows, size, columns, sides }: ConeRows, moved: Uint8Array): Float64Array {
  return Float64Array.from({ length: size }, (_, q) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) if (moved[i] === 0) sum += sides[i]! * columns[q * rows + i]!;
    return sum;
  });
}

function divergingSides(
  basis: Basis,
  table: ConeRows,
  moved: Uint8Array,
  highs: Highs,
): SeparationVerdict["diverging"] {
  const directions = nullSpace(gramOfStill(table, moved), table.size).map(unit);
  const cone = new RecessionCone(project(table, moved, directions), highs);
  // How much each raw parameter, in deviations of its column, changes along each direction.
  const effects = Array.from({ length: basis.parameters }, (_, parameter) =>
    Float64Array.from(directions, (direction) => effectOf(basis, parameter, direction)),
  );
  const proven = new Set<string>();
  try {
    effects.forEach((effect, parameter) => {
      for (const sign of [-1, 1] as const) {
        if (basis.aliased.includes(parameter) || proven.has(`${sign} ${parameter}`)) continue;
        const solution = cone.maximise(effect.map((value) => sign * value));
        effects.forEach((other, a) => {
          const change = other.reduce((sum, value, d) => sum + value * solution[d]!, 0);
          if (Math.abs(change) > FLAT) proven.add(`${Math.sign(change)} ${a}`);
        });
      }
    });
  } finally {
    cone.dispose();
  }
  return effects.flatMap((_, parameter) =>
    ([-1, 1] as const)
      .filter((sign) => proven.has(`${sign} ${parameter}`))
      .map((sign) => ({ parameter, sign })),
  );
}

function effectOf(basis: Basis, parameter: number, direction: Float64Array): number {
  const { size, transform, spreads } = basis;
  const start = parameter * size;
  return direction.reduce(
    (sum, value, q) => sum + value * transform[start + q]! * spreads[parameter]!,
    0,
  );
}

/** Gram matrix of the rows that no direction moves. */
function gramOfStill({ rows, size, columns }: ConeRows, moved: Uint8Array): Float64Array {
  const gram = new Float64Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < rows; i++)
        if (moved[i] === 0) sum += columns[a * rows + i]! * columns[b * rows + i]!;
      gram[a * size + b] = sum;
      gram[b * size + a] = sum;
    }
  return gram;
}

function unit(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return vector.map((value) => value / largest);
}

/** The moved rows alone, on the directions that leave the others still. */
function project(
  table: ConeRows,
  moved: Uint8Array,
  directions: readonly Float64Array[],
): ConeRows {
  const kept = Array.from(moved.keys()).filter((row) => moved[row] === 1);
  const columns = new Float64Array(kept.length * directions.length);
  directions.forEach((direction, d) => {
    kept.forEach((row, i) => {
      let value = 0;
      for (let q = 0; q < table.size; q++)
        value += direction[q]! * table.columns[q * table.rows + row]!;
      columns[d * kept.length + i] = value;
    });
  });
  return {
    rows: kept.length,
    size: directions.length,
    columns,
    sides: Int8Array.from(kept, (row) => table.sides[row]!),
  };
}
