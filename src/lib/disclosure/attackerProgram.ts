import type { Highs, Model } from "highs";
import { type Incidence, incidences, roomAbove, type Table } from "./table.js";

/** How far an attacker can believe a cell above or below its value. */
export interface Reach {
  /** In the unit of the values; `Infinity` when nothing bounds it. */
  amount: number;
  /** A change of every cell that goes so far, in the unit of the values; absent when unbounded. */
  change?: Float64Array;
}

/** Values beyond are scaled down, so that the solver's tolerances keep a meaning. */
const LARGEST = 1e6;
const SOLVER_TOLERANCE = 1e-9;
/** Reduced costs within are rounding: those of a table are ratios of small integers. */
const FLAT = 1e-7;

/**
 * What an attacker can deduce from a masked table: the changes of its hidden cells that keep every
 * sum and let no value fall below zero nor pass its bound (Handbook on SDC §4.2; confidentiality of cells by linear
 * programming as in Fischetti and Salazar, Management Science 47, 2001). The objective changes from
 * cell to cell, the simplex goes on from its last basis. To be disposed of.
 */
export class AttackerProgram {
  readonly #model: Model;
  readonly #lines: readonly Incidence[][];
  readonly #columns: number[] = [];
  readonly #columnOf: Int32Array;
  readonly #rowOf: Int32Array;
  #down: Float64Array;
  #up: Float64Array;
  readonly #scale: number;
  #weighted: number[] = [];

  /** `share` of each cell that may move: 1 hidden, 0 published, between for a relaxed mask. */
  constructor(
    readonly table: Table,
    readonly share: ArrayLike<number>,
    readonly highs: Highs,
    lines: readonly Incidence[][] = incidences(table),
  ) {
    this.#lines = lines;
    this.#scale = Math.max(1, table.value[table.grandTotal]! / LARGEST);
    this.#columnOf = new Int32Array(table.value.length).fill(-1);
    this.#rowOf = new Int32Array(table.equations.length).fill(-1);
    for (let cell = 0; cell < table.value.length; cell++) {
      if (share[cell]! <= 0) continue;
      this.#columnOf[cell] = this.#columns.length;
      this.#columns.push(cell);
    }
    [this.#down, this.#up] = this.#leeway(Number.POSITIVE_INFINITY);
    this.#model = this.#build();
  }

  dispose(): void {
    this.#model.dispose();
  }

  /**
   * From now on no cell moves by more than its share of `most`, all that a change of `most` can ask of
   * a cell in a two-way table; elsewhere a guess, that a relaxed mask may fail though it is enough.
   */
  tighten(most: number): void {
    [this.#down, this.#up] = this.#leeway(most);
    this.#model.changeColsBounds(
      { kind: "range", from: 0, to: this.#columns.length - 1 },
      this.#down.map((bound) => -bound),
      this.#up,
    );
  }

  #leeway(most: number): [Float64Array, Float64Array] {
    const { table, share } = this;
    const side = (room: (cell: number) => number) =>
      Float64Array.from(
        this.#columns,
        (cell) => (share[cell]! * Math.min(room(cell), most)) / this.#scale,
      );
    return [side((cell) => table.value[cell]!), side((cell) => roomAbove(table, cell))];
  }

  /**
   * How far `cell` can rise or fall, `most` at most, the cells of `known` staying put. Published
   * cells do not move.
   */
  reach(cell: number, rise: boolean, most: number, known: readonly number[] = []): Reach {
    const column = this.#columnOf[cell]!;
    if (column === -1) return { amount: 0 };
    this.#aim([cell], [rise ? -1 : 1]);
    this.#limit(column, rise, most / this.#scale);
    for (const other of known) this.#hold(other);
    this.#model.run();
    const unbounded = this.#isUnbounded();
    const change = unbounded ? undefined : this.#change();
    this.#free([cell, ...known]);
    if (!change) return { amount: Number.POSITIVE_INFINITY };
    return { amount: Math.abs(change[cell]!), change };
  }

  /** A change that lifts (or lowers) as many of the cells as it can, each by `needs` at most. */
  together(cells: readonly number[], needs: readonly number[], rise: boolean): Float64Array {
    this.#aim(
      cells,
      needs.map((need) => ((rise ? -1 : 1) * this.#scale) / need),
    );
    for (const [i, cell] of cells.entries())
      this.#limit(this.#columnOf[cell]!, rise, needs[i]! / this.#scale);
    this.#model.run();
    const change = this.#change();
    this.#free(cells);
    return change;
  }

  /**
   * Duals of the last `reach`, before anything else is asked: how much a unit of leeway of each cell,
   * published ones included, would add to it. Positive: leeway downwards; negative: upwards.
   */
  reachWithPrices(
    cell: number,
    rise: boolean,
    most: number,
    known: readonly number[],
  ): Reach & { prices: Map<number, number> } {
    const found = this.reach(cell, rise, most, known);
    const prices = new Map<number, number>();
    if (found.amount === Number.POSITIVE_INFINITY) return { ...found, prices };
    const { rowDual } = this.#last!;
    const seen = new Set<number>();
    for (const [equation, row] of this.#rowOf.entries()) {
      if (row === -1 || Math.abs(rowDual[row]!) <= FLAT) continue;
      const { total, parts } = this.table.equations[equation]!;
      for (const other of parts) seen.add(other);
      seen.add(total);
    }
    seen.add(cell);
    for (const other of seen) {
      let price = other === cell ? (rise ? -1 : 1) : 0;
      for (const { equation, sign } of this.#lines[other]!) {
        const row = this.#rowOf[equation]!;
        if (row !== -1) price -= sign * rowDual[row]!;
      }
      if (Math.abs(price) > FLAT) prices.set(other, price);
    }
    return { ...found, prices };
  }

  #last: { rowDual: ArrayLike<number> } | undefined;

  #build(): Model {
    const model = this.highs.createModel();
    model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      primal_feasibility_tolerance: SOLVER_TOLERANCE,
      dual_feasibility_tolerance: SOLVER_TOLERANCE,
    });
    model.addVars(
      this.#down.map((bound) => -bound),
      this.#up,
    );
    let rows = 0;
    for (const [equation, { total, parts }] of this.table.equations.entries()) {
      const cells = [...parts, total].filter((cell) => this.#columnOf[cell] !== -1);
      if (cells.length === 0) continue;
      const indices = cells.map((cell) => this.#columnOf[cell]!);
      const values = cells.map((cell) => (cell === total ? -1 : 1));
      model.addRow(0, 0, { indices, values });
      this.#rowOf[equation] = rows++;
    }
    return model;
  }

  #aim(cells: readonly number[], weights: readonly number[]): void {
    for (const column of this.#weighted) this.#model.changeColCost(column, 0);
    this.#weighted = cells.map((cell) => this.#columnOf[cell]!);
    this.#weighted.forEach((column, i) => {
      this.#model.changeColCost(column, weights[i]!);
    });
  }

  #limit(column: number, rise: boolean, most: number): void {
    const down = this.#down[column]!;
    const up = this.#up[column]!;
    if (rise) this.#model.changeColBounds(column, -down, Math.min(up, most));
    else this.#model.changeColBounds(column, -Math.min(down, most), up);
  }

  #hold(cell: number): void {
    const column = this.#columnOf[cell]!;
    if (column !== -1) this.#model.changeColBounds(column, 0, 0);
  }

  #free(cells: readonly number[]): void {
    for (const cell of cells) {
      const column = this.#columnOf[cell]!;
      if (column === -1) continue;
      this.#model.changeColBounds(column, -this.#down[column]!, this.#up[column]!);
    }
  }

  #isUnbounded(): boolean {
    const status = this.#model.getModelStatus();
    const { unbounded, unboundedOrInfeasible, optimal } = this.highs.constants.modelStatus;
    if (status === unbounded || status === unboundedOrInfeasible) return true;
    if (status !== optimal) throw new Error(`attacker's program: unexpected status ${status}`);
    return false;
  }

  #change(): Float64Array {
    const { colValue, rowDual } = this.#model.getSolution();
    this.#last = { rowDual };
    const change = new Float64Array(this.table.value.length);
    this.#columns.forEach((cell, column) => {
      change[cell] = colValue[column]! * this.#scale;
    });
    return change;
  }
}
