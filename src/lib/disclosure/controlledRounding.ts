import type { Highs, Model } from "highs";
import { VigieError } from "../error.js";
import { cellsOf, type Table } from "./table.js";

/** Steps tried beyond the two multiples next to a value before giving up. Ours. */
const MOST_STEPS = 3;

/** Nodes of the search tree; past it, the best rounding found is kept: additive all the same. Ours. */
const NODES = 20_000;

/**
 * Controlled rounding, where a table of multiples is preferred to a table with holes: every value
 * becomes a multiple of `base`, sums still hold and the whole moves as little as possible. Multiples
 * stay as they are (zero-restricted) and the others go to one of the two multiples next to them; where
 * no such table exists, one more multiple on each side is allowed, and so on (Handbook on SDC §4.4.4).
 * A reader knows each value within `base`, once or more.
 *
 * @throws VigieError `disclosure-rounding` when no table of multiples is close enough.
 */
export function roundTable(
  table: Pick<Table, "value" | "equations">,
  base: number,
  highs: Highs,
): Float64Array {
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    const model = highs.createModel();
    try {
      const rounded = solve(model, table, base, steps, highs);
      if (rounded) return rounded;
    } finally {
      model.dispose();
    }
  }
  throw new VigieError(
    "disclosure-rounding",
    `Aucun arrondi additif à ${base} près ne convient à ce tableau`,
    "Choisissez une autre base ou cachez des cellules.",
  );
}

/** One whole variable a cell, its multiple, and one for the distance to its value. */
function solve(
  model: Model,
  { value, equations }: Pick<Table, "value" | "equations">,
  base: number,
  steps: number,
  highs: Highs,
): Float64Array | undefined {
  const size = value.length;
  const isMultiple = (cell: number) => value[cell]! % base === 0;
  const below = Array.from(value, (amount) => Math.floor(amount / base));
  const room = (cell: number) => (steps === 0 && isMultiple(cell) ? 0 : steps);
  const above = (cell: number) => below[cell]! + room(cell) + (isMultiple(cell) ? 0 : 1);
  model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_max_nodes: NODES });
  model.addVars(
    below.map((multiple, cell) => Math.max(0, multiple - room(cell))),
    below.map((_, cell) => above(cell)),
  );
  model.addVars(
    below.map(() => 0),
    below.map(() => Number.POSITIVE_INFINITY),
  );
  model.changeColsIntegrality(
    { kind: "range", from: 0, to: size - 1 },
    below.map(() => highs.constants.variableType.integer),
  );
  for (let cell = 0; cell < size; cell++) {
    const exact = value[cell]! / base;
    const distance = size + cell;
    model.changeColCost(distance, 1);
    for (const sign of [1, -1])
      model.addRow(-sign * exact, Number.POSITIVE_INFINITY, {
        indices: [cell, distance],
        values: [-sign, 1],
      });
  }
  for (const equation of equations) {
    const cells = cellsOf(equation);
    const values = cells.map((cell) => (cell === equation.total ? -1 : 1));
    model.addRow(0, 0, { indices: cells, values });
  }
  model.run();
  if (model.info.get("primal_solution_status") !== 2) return undefined;
  const { colValue } = model.getSolution();
  // Adding 0 turns the −0 of a rounded −1e-12 into 0.
  return Float64Array.from({ length: size }, (_, cell) => base * Math.round(colValue[cell]!) + 0);
}
