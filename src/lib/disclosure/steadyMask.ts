import type { Highs } from "highs";
import { VigieError } from "../error.js";
import { SEARCH_LIMITS, type SearchLimits, suppressTable } from "./optimum.js";
import type { Rules } from "./primary.js";
import { repair } from "./repair.js";
import { type PrimaryOptions, primaryCells } from "./requirement.js";
import { type SuppressionProblem, suppressionProblem } from "./suppressionProblem.js";
import type { Table } from "./table.js";
import { attackTable } from "./tableAudit.js";

export interface SteadyMaskOptions extends PrimaryOptions {
  /** For errors: the table. */
  name: string;
  rules: Rules;
  /** What hiding each cell loses; cells worth nothing and the grand total are hidden last. */
  cost: Float64Array;
  /** Cells hidden before, that stay so; the search for the cheapest mask is for tables without any. */
  start?: Uint8Array;
  limits?: SearchLimits;
}

/**
 * A mask that goes on from an earlier one: two releases of the same table with different holes could
 * be subtracted. Without one, the cheapest mask is looked for (`suppressTable`). Attacked before it
 * is returned: an unsafe table never leaves this function.
 *
 * @throws VigieError `disclosure-unsafe` when no mask will do.
 */
export function steadyMask(table: Table, options: SteadyMaskOptions, highs: Highs): Uint8Array {
  const { rules, cost, start, limits = SEARCH_LIMITS } = options;
  const primaries = primaryCells(table, rules, options);
  const sensitive = start?.slice() ?? new Uint8Array(cost.length);
  for (const { cell } of primaries) sensitive[cell] = 1;
  for (const isSpared of SPARED) {
    const prices = cost.map((price, cell) =>
      isSpared(table, cell) ? Number.POSITIVE_INFINITY : price,
    );
    const problem = suppressionProblem(table, primaries, prices, rules.minContributors);
    const mask = start
      ? repair(problem, sensitive, highs)
      : suppressTable(problem, highs, limits)?.mask;
    if (mask) return assertSafe(problem, mask, options.name, highs);
  }
  throw unsafe(options.name, primaries.length);
}

/** Cells left published, from the most to none. */
const SPARED: readonly ((table: Table, cell: number) => boolean)[] = [
  ({ value, grandTotal }, cell) => cell === grandTotal || value[cell] === 0,
  ({ value }, cell) => value[cell] === 0,
  ({ contributors }, cell) => contributors[cell] === 0,
  () => false,
];

function assertSafe(
  problem: SuppressionProblem,
  mask: Uint8Array,
  name: string,
  highs: Highs,
): Uint8Array {
  const attacks = attackTable(problem, mask, highs);
  // Nothing more can be hidden than everything: what is known then comes from other tables.
  if (attacks.length > 0 && mask.includes(0)) throw unsafe(name, attacks.length);
  return mask;
}

function unsafe(name: string, cells: number): VigieError {
  return new VigieError(
    "disclosure-unsafe",
    `Le tableau « ${name} » ne passe pas le contrôle du secret statistique : ${cells} cellule(s) peuvent être déduites des cellules publiées`,
    "Rien n’a été publié. Regroupez des modalités du tableau ou retirez-le de la publication.",
  );
}
