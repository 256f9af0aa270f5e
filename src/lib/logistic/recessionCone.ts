import type { Highs, Model } from "highs";
import { addCombination } from "./stretch.js";

/** Rows that a direction must not move the wrong way. */
export interface ConeRows {
  rows: number;
  size: number;
  /** Column-major, `rows × size`. */
  columns: Float64Array;
  /** 1: must not lose log-odds; −1: must not gain any; 0: must stay put. */
  sides: Int8Array;
}

/** A row is violated beyond this, the solver’s own tolerance being smaller. */
const VIOLATION = 1e-8;
const SOLVER_TOLERANCE = 1e-10;
/** Violated rows added at a time. */
const BATCH = 200;

/**
 * The directions, cut by the box ±1, that move no row the wrong way, as a linear program whose rows
 * are added as solutions violate them. To be disposed of: its memory is the solver’s.
 */
export class RecessionCone {
  readonly #model: Model;
  readonly #present = new Set<number>();

  constructor(
    readonly table: ConeRows,
    highs: Highs,
  ) {
    this.#model = highs.createModel();
    this.#model.options.set({
      output_flag: false,
      // Rows are added to a program already solved: a simplex goes on from its last basis.
      presolve: "off",
      solver: "simplex",
      primal_feasibility_tolerance: SOLVER_TOLERANCE,
      dual_feasibility_tolerance: SOLVER_TOLERANCE,
    });
    const ones = new Float64Array(table.size).fill(1);
    this.#model.addVars(
      ones.map((bound) => -bound),
      ones,
    );
    this.#model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** The direction of the cone along which a linear function grows most. */
  maximise(cost: Float64Array): Float64Array {
    cost.forEach((weight, q) => {
      this.#model.changeColCost(q, weight);
    });
    for (;;) {
      this.#model.run();
      const direction = Float64Array.from(this.#model.getSolution().colValue);
      const violated = this.#violated(direction);
      if (violated.length === 0) return direction;
      for (const row of violated) this.#add(row);
    }
  }

  /** How far a direction moves each row, in log-odds. */
  moves(direction: Float64Array): Float64Array {
    const { rows, columns } = this.table;
    const moves = new Float64Array(rows);
    addCombination({ columns, rows, start: 0 }, direction, moves);
    return moves;
  }

  /** The rows most at odds with a direction, absent from the program so far. */
  #violated(direction: Float64Array): number[] {
    const { sides } = this.table;
    const found: { row: number; by: number }[] = [];
    this.moves(direction).forEach((move, row) => {
      const by = sides[row] === 0 ? Math.abs(move) : -sides[row]! * move;
      if (by > VIOLATION && !this.#present.has(row)) found.push({ row, by });
    });
    found.sort((a, b) => b.by - a.by || a.row - b.row);
    return found.slice(0, BATCH).map(({ row }) => row);
  }

  #add(row: number): void {
    const { rows, size, columns, sides } = this.table;
    const side = sides[row]!;
    const indices = Array.from({ length: size }, (_, q) => q);
    const values = indices.map((q) => (side || 1) * columns[q * rows + row]!);
    this.#model.addRow(0, side === 0 ? 0 : Infinity, { indices, values });
    this.#present.add(row);
  }
}
