import type { AttackerProgram } from "./attackerProgram.js";
import type { Requirement } from "./requirement.js";
import { roomAbove } from "./table.js";

/** An inequality every safe mask satisfies: Σ weights of the hidden cells ≥ least. */
export interface Cut {
  cells: number[];
  weights: number[];
  least: number;
}

/** Weights below are raised to it, which keeps the inequality true and the solver’s numbers sane. */
const SMALLEST_WEIGHT = 1e-3;

/**
 * What is not met of a requirement, as inequalities on the mask (Fischetti and Salazar, 2001, §4:
 * capacity constraints, then the cover inequalities they imply); none when it is met.
 *
 * The duals of « how far can the cell rise » say what a hidden cell can add to it at most: a unit for
 * a unit of the leeway its value gives it. `tolerance` is in the unit of the values.
 */
export function attackCuts(
  program: AttackerProgram,
  { cell, lower, upper, slide, known }: Requirement,
  share: ArrayLike<number>,
  tolerance: number,
): Cut[] {
  const rise = program.reachWithPrices(cell, true, Math.max(upper, slide), known);
  const fall = program.reachWithPrices(cell, false, Math.max(lower, slide), known);
  const gains = [rise.prices, fall.prices].map((prices) => leeway(program, prices, known));
  const cuts: Cut[] = [];
  const demand = (need: number, ...sides: Map<number, number>[]) => {
    cuts.push(...cutsOf(sides, need, share));
  };
  if (rise.amount < upper - tolerance) demand(upper, gains[0]!);
  if (fall.amount < lower - tolerance) demand(lower, gains[1]!);
  if (rise.amount + fall.amount < slide - tolerance) demand(slide, gains[0]!, gains[1]!);
  return cuts;
}

/**
 * The same for a mask whose cells are hidden in part: each side is asked what it must give and no
 * more, every cell carrying its share of it, without which a cell hidden by a hair would pass all.
 */
export function relaxedCuts(
  program: AttackerProgram,
  { cell, lower, upper, slide, known }: Requirement,
  share: ArrayLike<number>,
): Cut[] {
  const cuts: Cut[] = [];
  const demand = (need: number, sides: readonly boolean[]) => {
    program.tighten(need);
    const found = sides.map((rise) => program.reachWithPrices(cell, rise, need, known));
    const amount = found.reduce((sum, side) => sum + side.amount, 0);
    if (amount >= need * (1 - ENOUGH)) return;
    const gains = found.map(({ prices }) => leeway(program, prices, known));
    cuts.push(...cutsOf(gains, need, share));
  };
  if (upper > 0) demand(upper, [true]);
  if (lower > 0) demand(lower, [false]);
  if (upper + lower < slide) demand(slide, [true, false]);
  return cuts;
}

/** A relaxed mask that gives all but this share of what is asked gives it. */
const ENOUGH = 1e-6;

/** What hiding each cell adds at most to the reach. */
function leeway(
  { table }: AttackerProgram,
  prices: ReadonlyMap<number, number>,
  known: readonly number[],
): Map<number, number> {
  const gains = new Map<number, number>();
  for (const [cell, price] of prices) {
    if (known.includes(cell)) continue;
    gains.set(cell, price > 0 ? price * table.value[cell]! : -price * roomAbove(table, cell));
  }
  return gains;
}

function cutsOf(
  sides: readonly ReadonlyMap<number, number>[],
  need: number,
  share: ArrayLike<number>,
): Cut[] {
  const total = new Map<number, number>();
  for (const gains of sides)
    for (const [cell, gain] of gains) total.set(cell, (total.get(cell) ?? 0) + gain);
  const cells = [...total.keys()].filter((cell) => total.get(cell)! > 0).sort((a, b) => a - b);
  const weights = cells.map((cell) =>
    Math.max(SMALLEST_WEIGHT, Math.min(1, total.get(cell)! / need)),
  );
  const cuts = [{ cells, weights, least: 1 }];
  const isMask = cells.every((cell) => share[cell] === 0 || share[cell] === 1);
  if (isMask && weights.some((weight) => weight < 1)) {
    const more = cells.filter((cell) => share[cell] === 0);
    cuts.push({ cells: more, weights: more.map(() => 1), least: 1 });
  }
  return cuts;
}
