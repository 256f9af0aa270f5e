import type { Highs, Model } from "highs";
import { AttackerProgram } from "./attackerProgram.js";
import { openRequirements } from "./openRequirements.js";
import type { Requirement } from "./requirement.js";
import { lineCuts, type SuppressionProblem } from "./suppressionProblem.js";
import { cellsOf, roomAbove } from "./table.js";

/** A change smaller than this share of what is asked of the cell is rounding. */
const NEGLIGIBLE = 1e-7;

/**
 * Hides more cells until a mask is safe: each requirement not met, widest first, is met along the
 * change of the table that costs least, each unit moved costing what its cell does (network method of
 * the Handbook on SDC §4.4, as a linear program, for tables of any shape). Fast and safe; not the
 * smallest mask. Returns nothing when the cells that may be hidden do not suffice.
 */
export function repair(
  problem: SuppressionProblem,
  mask: Uint8Array,
  highs: Highs,
): Uint8Array | undefined {
  const hidden = mask.slice();
  const detours = new Detours(problem, highs);
  try {
    for (;;) {
      const before = hidden.reduce((count, mark) => count + mark, 0);
      if (!fillLines(problem, hidden, detours)) return undefined;
      const unmet = widestFirst(unmetRequirements(problem, hidden, highs));
      if (unmet.length === 0) return hidden;
      for (const requirement of unmet) detours.open(requirement, hidden);
      if (hidden.reduce((count, mark) => count + mark, 0) === before) return undefined;
    }
  } finally {
    detours.dispose();
  }
}

/** Requirements a mask does not meet, exactly. */
export function unmetRequirements(
  { table, outsider, insider, lines, tolerance }: SuppressionProblem,
  mask: Uint8Array,
  highs: Highs,
): Requirement[] {
  const program = new AttackerProgram(table, mask, highs, lines);
  try {
    return openRequirements(program, [...outsider, ...insider], tolerance).filter(
      ({ cell, lower, upper, slide, known }) => {
        const rise = program.reach(cell, true, Math.max(upper, slide), known).amount;
        const fall = program.reach(cell, false, Math.max(lower, slide), known).amount;
        return (
          rise < upper - tolerance || fall < lower - tolerance || rise + fall < slide - tolerance
        );
      },
    );
  } finally {
    program.dispose();
  }
}

function widestFirst(requirements: Requirement[]): Requirement[] {
  const width = ({ lower, upper, slide }: Requirement) => Math.max(lower + upper, slide);
  return requirements.sort((a, b) => width(b) - width(a) || a.cell - b.cell);
}

/** No line with one hidden cell, and enough companies behind those of a line; false when it cannot be. */
function fillLines(problem: SuppressionProblem, hidden: Uint8Array, detours: Detours): boolean {
  for (const cells of problem.covers) {
    if (cells.some((cell) => hidden[cell] === 1)) continue;
    const cheapest = cheapestOf(problem, cells);
    if (cheapest === undefined) return false;
    hidden[cheapest] = 1;
  }
  for (;;) {
    const [lone] = lineCuts({ ...problem, covers: [] }, hidden, 0);
    if (!lone) return true;
    const cell = lone.cells.find((other) => hidden[other] === 1)!;
    if (!detours.open({ cell, lower: 0, upper: 0, slide: 1, known: [] }, hidden)) return false;
    const others = lone.cells.filter((other) => other !== cell);
    if (others.some((other) => hidden[other] === 1)) continue;
    const cheapest = cheapestOf(problem, others);
    if (cheapest === undefined) return false;
    hidden[cheapest] = 1;
  }
}

function cheapestOf({ cost }: SuppressionProblem, cells: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const cell of cells)
    if (Number.isFinite(cost[cell]!) && (best === undefined || cost[cell]! < cost[best]!))
      best = cell;
  return best;
}

/** Cheapest changes of the whole table; two variables a cell, what it gains and what it loses. */
class Detours {
  readonly #model: Model;
  readonly #columns: number[] = [];
  readonly #columnOf: Int32Array;
  readonly #free: Uint8Array;

  constructor(
    readonly problem: SuppressionProblem,
    readonly highs: Highs,
  ) {
    const { table, cost } = problem;
    this.#columnOf = new Int32Array(cost.length).fill(-1);
    this.#free = new Uint8Array(cost.length);
    for (let cell = 0; cell < cost.length; cell++) {
      if (!Number.isFinite(cost[cell]!)) continue;
      this.#columnOf[cell] = 2 * this.#columns.length;
      this.#columns.push(cell);
    }
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
    const count = 2 * this.#columns.length;
    this.#model.addVars(
      new Float64Array(count),
      Float64Array.from({ length: count }, (_, column) => this.#room(column)),
    );
    this.#columns.forEach((cell, i) => {
      for (const column of [2 * i, 2 * i + 1]) this.#model.changeColCost(column, 1 + cost[cell]!);
    });
    for (const equation of table.equations) {
      const cells = cellsOf(equation).filter((cell) => this.#columnOf[cell] !== -1);
      const indices = cells.flatMap((cell) => [this.#columnOf[cell]!, this.#columnOf[cell]! + 1]);
      const values = cells.flatMap((cell) => (cell === equation.total ? [-1, 1] : [1, -1]));
      this.#model.addRow(0, 0, { indices, values });
    }
  }

  dispose(): void {
    this.#model.dispose();
  }

  /** Hides what lets the cell move as asked; false when nothing does. */
  open({ cell, lower, upper, slide, known }: Requirement, hidden: Uint8Array): boolean {
    for (const other of hidden.keys()) this.#pass(other, hidden);
    for (const other of known) this.#bound(other, 0, 0);
    const rises = upper > 0 && this.#move(cell, true, upper, hidden);
    const falls = lower > 0 && this.#move(cell, false, lower, hidden);
    const slides =
      lower + upper >= slide ||
      this.#move(cell, true, slide - lower, hidden) ||
      this.#move(cell, false, slide - upper, hidden);
    for (const other of known) this.#release(other);
    return (upper === 0 || rises) && (lower === 0 || falls) && slides;
  }

  /** Hidden cells move at no cost but a step, which keeps changes short. */
  #pass(cell: number, hidden: Uint8Array): void {
    if (hidden[cell] === this.#free[cell] || this.#columnOf[cell] === -1) return;
    this.#free[cell] = 1;
    const column = this.#columnOf[cell]!;
    for (const side of [column, column + 1]) this.#model.changeColCost(side, STEP);
  }

  #move(cell: number, rise: boolean, amount: number, hidden: Uint8Array): boolean {
    const column = this.#columnOf[cell]! + (rise ? 0 : 1);
    if (this.#room(column) < amount) return false;
    this.#model.changeColBounds(column, amount, amount);
    this.#model.changeColBounds(column ^ 1, 0, 0);
    this.#model.run();
    const done = this.#model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    if (done) this.#hide(hidden, amount);
    this.#release(cell);
    return done;
  }

  #hide(hidden: Uint8Array, amount: number): void {
    const { colValue } = this.#model.getSolution();
    this.#columns.forEach((other, i) => {
      const moved = colValue[2 * i]! - colValue[2 * i + 1]!;
      if (Math.abs(moved) <= NEGLIGIBLE * amount) return;
      hidden[other] = 1;
      this.#pass(other, hidden);
    });
  }

  /** How far a variable may go: down to zero, up to what is known. */
  #room(column: number): number {
    const cell = this.#columns[column >> 1]!;
    const { table } = this.problem;
    return column % 2 === 0 ? roomAbove(table, cell) : table.value[cell]!;
  }

  #release(cell: number): void {
    const { table } = this.problem;
    this.#bound(cell, roomAbove(table, cell), table.value[cell]!);
  }

  #bound(cell: number, up: number, down: number): void {
    const column = this.#columnOf[cell]!;
    if (column === -1) return;
    this.#model.changeColBounds(column, 0, up);
    this.#model.changeColBounds(column + 1, 0, down);
  }
}

const STEP = 1e-3;
