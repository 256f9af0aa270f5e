import type { Highs } from "highs";
import { VigieError } from "../error.js";
import { SEARCH_LIMITS, type SearchLimits, suppressTable } from "./optimum.js";
import type { Rules } from "./primary.js";
import { type Primary, primaryCells } from "./requirement.js";
import { suppressionProblem } from "./suppressionProblem.js";
import type { Table } from "./table.js";
import { auditTable, type TableAudit } from "./tableAudit.js";

export interface ProtectTableOptions {
  rules: Rules;
  /** Half-width of the protection interval of a frequency cell, a share of its value. */
  frequency: number;
  /** What hiding each cell loses. */
  cost: Float64Array;
  limits?: SearchLimits;
}

/** A mask with what it was made for; of all this only the mask is ever published. */
export interface ProtectedTable {
  /** 1 for a hidden cell. */
  mask: Uint8Array;
  primaries: Primary[];
  /** What the cells hidden besides the sensitive ones cost. */
  cost: number;
  /** See `Suppression`. */
  gap: number;
  audit: TableAudit;
}

/**
 * Hides at least cost what must be for every sensitive cell of a table to keep its protection, then
 * attacks the result. Neither the grand total nor a cell worth nothing is hidden, unless there is no
 * other way.
 *
 * @throws VigieError `disclosure-unprotectable` when no mask will do.
 */
export function protectTable(
  table: Table,
  { rules, frequency, cost, limits = SEARCH_LIMITS }: ProtectTableOptions,
  highs: Highs,
): ProtectedTable {
  const primaries = primaryCells(table, rules, { frequency });
  for (const isSpared of SPARED) {
    const prices = cost.map((price, cell) =>
      isSpared(table, cell) ? Number.POSITIVE_INFINITY : price,
    );
    const problem = suppressionProblem(table, primaries, prices, rules.minContributors);
    const found = suppressTable(problem, highs, limits);
    if (!found) continue;
    const { mask, cost: lost, gap } = found;
    return { mask, primaries, cost: lost, gap, audit: auditTable(problem, mask, highs) };
  }
  throw new VigieError(
    "disclosure-unprotectable",
    "Aucun masque ne protège ce tableau, même en cachant toutes ses cellules",
    "Regroupez des modalités ou renoncez à publier ce tableau.",
  );
}

/** Cells left published, from the most to none. */
const SPARED: readonly ((table: Table, cell: number) => boolean)[] = [
  ({ value, grandTotal }, cell) => cell === grandTotal || value[cell] === 0,
  ({ value }, cell) => value[cell] === 0,
  ({ contributors }, cell) => contributors[cell] === 0,
  () => false,
];
