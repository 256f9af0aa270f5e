import type { Highs, Model } from "highs";
import type { Cut } from "./attackCut.js";
import type { SuppressionProblem } from "./suppressionProblem.js";

/** Costs are scaled so that the largest is this, which the solver's tolerances are made for. */
const LARGEST_COST = 1e6;
/** A share below is 0: the solver's own tolerance on whole variables. */
const WHOLE = 1e-6;

/** Outcome of the choice of the cells to hide, given the inequalities known so far. */
export interface Choice {
  share: Float64Array;
  /** No safe mask costs less. */
  bound: number;
  /** False when the solver stopped on its limit. */
  proved: boolean;
}

/**
 * The choice of the cells to hide at least cost, one 0-1 variable a cell, with the inequalities found
 * so far; first relaxed, then whole. To be disposed of.
 */
export class Master {
  readonly #model: Model;
  readonly #columns: number[] = [];
  readonly #columnOf: Int32Array;
  readonly #scale: number;

  constructor(
    readonly problem: SuppressionProblem,
    readonly highs: Highs,
  ) {
    const { cost, primaries } = problem;
    this.#columnOf = new Int32Array(cost.length).fill(-1);
    const sensitive = new Set(primaries.map(({ cell }) => cell));
    for (let cell = 0; cell < cost.length; cell++) {
      if (!sensitive.has(cell) && !Number.isFinite(cost[cell]!)) continue;
      this.#columnOf[cell] = this.#columns.length;
      this.#columns.push(cell);
    }
    const most = this.#columns.reduce((top, cell) => Math.max(top, cost[cell]!), 1);
    this.#scale = Math.max(1, most / LARGEST_COST);
    this.#model = highs.createModel();
    this.#model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_feasibility_tolerance: WHOLE,
    });
    this.#model.addVars(
      this.#columns.map((cell) => (sensitive.has(cell) ? 1 : 0)),
      this.#columns.map(() => 1),
    );
    this.#columns.forEach((cell, column) => {
      this.#model.changeColCost(column, cost[cell]! / this.#scale);
    });
  }

  dispose(): void {
    this.#model.dispose();
  }

  add(cuts: readonly Cut[]): void {
    for (const { cells, weights, least } of cuts) {
      const kept = cells.flatMap((cell, i) =>
        this.#columnOf[cell] === -1 ? [] : [[this.#columnOf[cell]!, weights[i]!] as const],
      );
      this.#model.addRow(least, Number.POSITIVE_INFINITY, {
        indices: kept.map(([column]) => column),
        values: kept.map(([, weight]) => weight),
      });
    }
  }

  /** The cheapest shares of hidden cells, not whole. */
  relax(): Choice {
    this.#model.clearIntegrality();
    this.#run();
    const bound = this.#model.getObjectiveValue() * this.#scale;
    return {
      share: this.#share((value) => (value < WHOLE ? 0 : Math.min(1, value))),
      bound,
      proved: true,
    };
  }

  /** The cheapest mask, within a number of nodes of the search tree. */
  choose(nodes: number): Choice | undefined {
    this.#model.options.set({ mip_max_nodes: nodes });
    const { integer } = this.highs.constants.variableType;
    this.#model.changeColsIntegrality(
      { kind: "range", from: 0, to: this.#columns.length - 1 },
      this.#columns.map(() => integer),
    );
    const status = this.#run();
    if (this.#model.info.get("primal_solution_status") !== 2) return undefined;
    const bound = Number(this.#model.info.get("mip_dual_bound")) * this.#scale;
    const proved = status === this.highs.constants.modelStatus.optimal;
    return { share: this.#share(Math.round), bound, proved };
  }

  #run(): number {
    this.#model.run();
    return this.#model.getModelStatus();
  }

  #share(rounded: (value: number) => number): Float64Array {
    const { colValue } = this.#model.getSolution();
    const share = new Float64Array(this.problem.cost.length);
    this.#columns.forEach((cell, column) => {
      share[cell] = rounded(colValue[column]!);
    });
    return share;
  }
}
