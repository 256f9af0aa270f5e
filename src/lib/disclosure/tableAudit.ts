import type { Highs } from "highs";
import { AttackerProgram } from "./attackerProgram.js";
import { hiddenComponents } from "./components.js";
import { openRequirements } from "./openRequirements.js";
import { unmetRequirements } from "./repair.js";
import type { Requirement } from "./requirement.js";
import type { SuppressionProblem } from "./suppressionProblem.js";
import { cellsOf } from "./table.js";

/** A way to learn too much from the published cells of a table. */
export interface TableAttack {
  cell: number;
  /**
   * `published`: a sensitive cell is shown; `interval`: what is deduced of it is too narrow;
   * `insider`: a company alone in its cell computes it; `line`: it is the only hidden cell of a line;
   * `thin`: the hidden parts of a line rest together on too few companies.
   */
  kind: "published" | "interval" | "insider" | "line" | "thin";
  low: number;
  high: number;
}

export interface TableAudit {
  /** What anyone can deduce of each cell; the value itself when it is published. */
  low: Float64Array;
  high: Float64Array;
  attacks: TableAttack[];
}

/**
 * Attacks a masked table as a reader would, by linear programming, one hidden cell after the other:
 * the published cells are known, sums hold and no value is negative. Every interval is exact. This is
 * the acceptance test of a mask, however it was found: nothing of what the search proved is reused.
 */
export function auditTable(
  problem: SuppressionProblem,
  mask: Uint8Array,
  highs: Highs,
): TableAudit {
  const { table, outsider } = problem;
  const audit: TableAudit = { low: table.value.slice(), high: table.value.slice(), attacks: [] };
  for (const { cell } of outsider) {
    const value = table.value[cell]!;
    if (mask[cell] === 0) audit.attacks.push({ cell, kind: "published", low: value, high: value });
  }
  for (const cells of hiddenComponents(table, mask)) attackTogether(problem, cells, highs, audit);
  audit.attacks.push(...lineAttacks(problem, mask, audit));
  return audit;
}

/**
 * The same attack on the sensitive cells alone, without the intervals of the others: what a mask has
 * to resist, for tables too many to be measured cell by cell. Empty when it does.
 */
export function attackTable(
  problem: SuppressionProblem,
  mask: Uint8Array,
  highs: Highs,
): TableAttack[] {
  const { table, outsider } = problem;
  const seen = { low: table.value, high: table.value };
  const found = (cell: number, kind: TableAttack["kind"]): TableAttack => ({
    ...{ cell, kind },
    low: table.value[cell]!,
    high: table.value[cell]!,
  });
  return [
    ...outsider.filter(({ cell }) => mask[cell] === 0).map(({ cell }) => found(cell, "published")),
    ...unmetRequirements({ ...problem, ...ofHidden(problem, mask) }, mask, highs).map(
      ({ cell, known }) => found(cell, known.length > 0 ? "insider" : "interval"),
    ),
    ...lineAttacks(problem, mask, seen),
  ];
}

/** Requirements of the cells that are hidden. */
function ofHidden({ outsider, insider }: SuppressionProblem, mask: Uint8Array) {
  const isHidden = ({ cell }: Requirement) => mask[cell] === 1;
  return { outsider: outsider.filter(isHidden), insider: insider.filter(isHidden) };
}

/** Attacks cells that equations link, all the other hidden ones being out of their reach. */
function attackTogether(
  { table, outsider, insider, lines, tolerance }: SuppressionProblem,
  cells: readonly number[],
  highs: Highs,
  { low, high, attacks }: TableAudit,
): void {
  const share = new Uint8Array(table.value.length);
  for (const cell of cells) share[cell] = 1;
  const isHere = ({ cell }: Requirement) => share[cell] === 1;
  const program = new AttackerProgram(table, share, highs, lines);
  const reach = (cell: number, rise: boolean, known: readonly number[] = []) =>
    program.reach(cell, rise, Number.POSITIVE_INFINITY, known).amount;
  const judge = (requirement: Requirement, kind: TableAttack["kind"], seen: Interval) => {
    const { cell } = requirement;
    if (isWide(table.value[cell]!, requirement, seen, tolerance)) return;
    attacks.push({ cell, kind, ...seen });
  };
  try {
    for (const cell of cells) {
      low[cell]! -= reach(cell, false);
      high[cell]! += reach(cell, true);
    }
    for (const requirement of outsider.filter(isHere)) {
      const { cell } = requirement;
      judge(requirement, "interval", { low: low[cell]!, high: high[cell]! });
    }
    for (const requirement of openRequirements(program, insider.filter(isHere), tolerance)) {
      const { cell, known } = requirement;
      const value = table.value[cell]!;
      judge(requirement, "insider", {
        low: value - reach(cell, false, known),
        high: value + reach(cell, true, known),
      });
    }
  } finally {
    program.dispose();
  }
}

type Interval = Pick<TableAttack, "low" | "high">;

function isWide(
  value: number,
  { lower, upper, slide }: Requirement,
  { low, high }: Interval,
  tolerance: number,
): boolean {
  return (
    low <= value - lower + tolerance &&
    high >= value + upper - tolerance &&
    high - low >= slide - tolerance
  );
}

function lineAttacks(
  { table, covers }: SuppressionProblem,
  mask: Uint8Array,
  { low, high }: Pick<TableAudit, "low" | "high">,
): TableAttack[] {
  const attacks: TableAttack[] = [];
  const found = (cell: number, kind: TableAttack["kind"]) =>
    attacks.push({ cell, kind, low: low[cell]!, high: high[cell]! });
  for (const equation of table.equations) {
    const hidden = cellsOf(equation).filter((cell) => mask[cell] === 1);
    if (hidden.length === 1) found(hidden[0]!, "line");
  }
  for (const cells of covers)
    if (cells.every((cell) => mask[cell] === 0)) found(cells.at(-1)!, "thin");
  return attacks;
}
