import type { Cut } from "./attackCut.js";
import {
  insiderRequirements,
  outsiderRequirements,
  type Primary,
  type Requirement,
} from "./requirement.js";
import { cellsOf, type Incidence, incidences, type Table } from "./table.js";

/** What complementary suppression works on. */
export interface SuppressionProblem {
  table: Table;
  primaries: readonly Primary[];
  /** What must hold against anyone, then against the companies alone in their cells. */
  outsider: readonly Requirement[];
  insider: readonly Requirement[];
  /** What hiding a cell loses; `Infinity`: never hidden; 0 for the primary cells, always hidden. */
  cost: Float64Array;
  lines: readonly Incidence[][];
  /** Sets of cells of which one at least must be hidden. */
  covers: readonly number[][];
  /** Amounts under it are rounding noise, in the unit of the values. */
  tolerance: number;
}

/** Amounts reached by a simplex are exact to about 1e-9 of the largest value, scaled to 1e6. */
const RELATIVE_TOLERANCE = 1e-12;
const LEAST_TOLERANCE = 1e-6;

/** Puts together the table, what must hold and what hiding costs. */
export function suppressionProblem(
  table: Table,
  primaries: readonly Primary[],
  cost: Float64Array,
  minContributors: number,
): SuppressionProblem {
  const prices = cost.slice();
  for (const { cell } of primaries) prices[cell] = 0;
  return {
    table,
    primaries,
    outsider: outsiderRequirements(primaries),
    insider: insiderRequirements(table, primaries),
    cost: prices,
    lines: incidences(table),
    covers: thinCovers(table, primaries, minContributors),
    tolerance: Math.max(LEAST_TOLERANCE, RELATIVE_TOLERANCE * table.value[table.grandTotal]!),
  };
}

/**
 * Lines whose sensitive parts rest together on too few companies: their sum, known by subtraction,
 * would be as sensitive as they are, so that another part or the total is hidden too (INSEE FAQ of
 * 5 February 2014; τ-Argus MinFreq).
 */
function thinCovers(
  table: Table,
  primaries: readonly Primary[],
  minContributors: number,
): number[][] {
  const sensitive = new Set(primaries.map(({ cell }) => cell));
  const covers: number[][] = [];
  for (const equation of table.equations) {
    const parts = equation.parts.filter((part) => sensitive.has(part));
    const companies = parts.reduce((sum, part) => sum + table.contributors[part]!, 0);
    if (companies === 0 || companies >= minContributors || sensitive.has(equation.total)) continue;
    covers.push(cellsOf(equation).filter((cell) => !sensitive.has(cell)));
  }
  return covers;
}

/**
 * Inequalities that lines impose on a mask, 0 to 1 a cell: no line with exactly one hidden cell
 * (bridge-less inequalities of Fischetti and Salazar, 2001), and the covers. Those not met only.
 */
export function lineCuts(
  { table, covers }: SuppressionProblem,
  share: ArrayLike<number>,
  tolerance: number,
): Cut[] {
  const cuts: Cut[] = [];
  for (const equation of table.equations) {
    const cells = cellsOf(equation);
    let sum = 0;
    let most = cells[0]!;
    for (const cell of cells) {
      sum += share[cell]!;
      if (share[cell]! > share[most]!) most = cell;
    }
    if (2 * share[most]! <= sum + tolerance) continue;
    cuts.push({ cells, weights: cells.map((cell) => (cell === most ? -1 : 1)), least: 0 });
  }
  for (const cells of covers) {
    const sum = cells.reduce((total, cell) => total + share[cell]!, 0);
    if (sum < 1 - tolerance) cuts.push(coverCut(cells));
  }
  return cuts;
}

/** One cell of the set at least is hidden. */
export function coverCut(cells: readonly number[]): Cut {
  return { cells: [...cells], weights: cells.map(() => 1), least: 1 };
}

/** What a mask costs: the cells hidden besides the sensitive ones. */
export function maskCost({ cost }: SuppressionProblem, mask: ArrayLike<number>): number {
  let total = 0;
  for (let cell = 0; cell < cost.length; cell++) if (mask[cell] === 1) total += cost[cell]!;
  return total;
}
