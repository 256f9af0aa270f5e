import { VigieError } from "../error.js";
import { type Audit, assertSafe, audit } from "./audit.js";
import {
  cellsOfColumn,
  cellsOfRow,
  columnOf,
  type Grid,
  grandTotal,
  isMargin,
  linesOf,
  rowOf,
} from "./grid.js";
import { suppress } from "./network.js";
import type { Sensitive } from "./sensitive.js";

export interface ProtectedGrid {
  /** 1 for a hidden cell. One mark for all: why a cell is hidden is nobody's business. */
  hidden: Uint8Array;
  /** The audit the table passed. */
  audit: Audit;
}

/**
 * Hides what must be so that every sensitive cell keeps its protection interval, and proves it. When
 * the network heuristic leaves a cell exposed, more is hidden around it (its row, its column, then
 * every inner cell, every margin, everything) until the audit passes: an unsafe table never leaves
 * this function. `name` is for the error.
 *
 * @throws VigieError `disclosure-input` when the table does not add up or holds a negative value,
 * `disclosure-unsafe` when it would be published unsafe.
 */
export function protectGrid(
  grid: Grid,
  sensitive: readonly Sensitive[],
  cost: Float64Array,
  name: string,
): ProtectedGrid {
  assertTable(grid);
  let hidden = suppress(grid, sensitive, cost);
  let verdict = audit(grid, hidden, sensitive);
  for (const widen of ESCALATION) {
    if (verdict.attacks.length === 0) break;
    const wider = hidden.slice();
    for (const { cell } of verdict.attacks) {
      for (const other of widen(grid, cell)) wider[other] = 1;
    }
    hidden = suppress(grid, sensitive, cost, wider);
    verdict = audit(grid, hidden, sensitive);
  }
  // Nothing more can be hidden than everything: what is known then comes from other tables.
  if (hidden.includes(0)) assertSafe(verdict, name);
  return { hidden, audit: verdict };
}

const allCells = (grid: Grid): number[] => [...grid.value.keys()];

const inner =
  (cells: (grid: Grid, cell: number) => number[]) =>
  (grid: Grid, cell: number): number[] =>
    cells(grid, cell).filter((other) => !isMargin(grid, other) && grid.value[other]! > 0);

/** Cells hidden around an exposed one, from the least to everything. */
const ESCALATION: readonly ((grid: Grid, cell: number) => number[])[] = [
  inner((grid, cell) => cellsOfRow(grid, rowOf(grid, cell))),
  inner((grid, cell) => cellsOfColumn(grid, columnOf(grid, cell))),
  inner(allCells),
  (grid) => allCells(grid).filter((cell) => cell !== grandTotal(grid) && grid.value[cell]! > 0),
  allCells,
];

function assertTable(grid: Grid): void {
  const tolerance = 1e-9 * Math.max(1, grid.value[grandTotal(grid)]!);
  for (const { parts, total } of linesOf(grid)) {
    const sum = parts.reduce((all, part) => all + grid.value[part]!, 0);
    if (Math.abs(sum - grid.value[total]!) > tolerance) refuse(grid, total);
  }
  const negative = grid.value.findIndex((value) => value < 0);
  if (negative !== -1) refuse(grid, negative);
}

function refuse(grid: Grid, cell: number): never {
  throw new VigieError(
    "disclosure-input",
    `Tableau impossible à protéger : la cellule ligne ${rowOf(grid, cell) + 1}, colonne ${columnOf(grid, cell) + 1} est négative ou n’est pas la somme de ses parties`,
    "Vérifiez le calcul du tableau : les valeurs doivent être positives et les totaux exacts.",
  );
}
