import type { Highs } from "highs";
import { Master } from "./master.js";
import { repair } from "./repair.js";
import { separate, separateRelaxed } from "./separation.js";
import { coverCut, maskCost, type SuppressionProblem } from "./suppressionProblem.js";

/** How long to look for the best mask, in steps and not in time, so that the answer is always the same. */
export interface SearchLimits {
  /** Rounds of inequalities added to the relaxed choice. */
  relaxed: number;
  /** Rounds of inequalities added to the choice of whole cells. */
  whole: number;
  /** Nodes of the search tree in each of these. */
  nodes: number;
  /** Masks tried when taking back needless cells from a heuristic one, times the cells of the table. */
  pruned: number;
}

/** Ours: seconds for the tables of a site, a few minutes at most for those of 10,000 cells. */
export const SEARCH_LIMITS: SearchLimits = { relaxed: 60, whole: 60, nodes: 4000, pruned: 200_000 };

/** A safe mask and how good it is proved to be. */
export interface Suppression {
  /** 1 for a hidden cell. */
  mask: Uint8Array;
  cost: number;
  /** Cost is at most this share above the least possible; 0 when it is proved to be the least. */
  gap: number;
}

/** Costs this close are equal: the solver's own precision. */
const SAME_COST = 1e-6;

/**
 * Complementary suppression at least cost: cells are chosen by a mixed-integer program whose
 * inequalities are found by attacking its successive choices (Fischetti and Salazar, « Solving the
 * cell suppression problem on tabular data with linear constraints », Management Science 47, 2001).
 * Past the limits, the best mask of the heuristic is kept, with the gap to the bound reached.
 *
 * Returns nothing when the cells of finite cost do not suffice.
 */
export function suppressTable(
  problem: SuppressionProblem,
  highs: Highs,
  limits: SearchLimits = SEARCH_LIMITS,
): Suppression | undefined {
  const sensitive = new Uint8Array(problem.cost.length);
  for (const { cell } of problem.primaries) sensitive[cell] = 1;
  const start = repair(problem, sensitive, highs);
  if (!start) return undefined;
  const master = new Master(problem, highs);
  try {
    master.add(problem.covers.map(coverCut));
    return search(problem, master, start, limits);
  } finally {
    master.dispose();
  }
}

function search(
  problem: SuppressionProblem,
  master: Master,
  start: Uint8Array,
  limits: SearchLimits,
): Suppression {
  const { highs } = master;
  let best = start;
  let bound = 0;
  const keep = (mask: Uint8Array | undefined) => {
    if (mask && maskCost(problem, mask) < maskCost(problem, best)) best = mask;
  };
  const isProved = () => maskCost(problem, best) <= bound + SAME_COST * Math.max(1, bound);
  let relaxed: Float64Array | undefined;
  let rounds = limits.relaxed;
  for (let round = 0; round < limits.whole && !isProved(); round++) {
    while (rounds-- > 0 && !isProved()) {
      const choice = master.relax();
      relaxed = choice.share;
      bound = Math.max(bound, choice.bound);
      const cuts = separateRelaxed(problem, relaxed, highs);
      if (cuts.length === 0) break;
      master.add(cuts);
    }
    const choice = master.choose(limits.nodes);
    if (!choice) break;
    bound = Math.max(bound, choice.bound);
    const cuts = separate(problem, choice.share, highs);
    if (cuts.length === 0) {
      keep(Uint8Array.from(choice.share));
      break;
    }
    master.add(cuts);
  }
  if (!isProved()) {
    // What a relaxed mask hides in part protects as much when it is hidden whole.
    if (relaxed)
      keep(
        prune(problem, repair(problem, Uint8Array.from(relaxed, Math.ceil), highs), highs, limits),
      );
    keep(prune(problem, best, highs, limits));
  }
  const cost = maskCost(problem, best);
  return { mask: best, cost, gap: isProved() || cost === 0 ? 0 : (cost - bound) / cost };
}

/** Publishes again, dearest first, the cells a mask does without. */
function prune(
  problem: SuppressionProblem,
  mask: Uint8Array | undefined,
  highs: Highs,
  { pruned }: SearchLimits,
): Uint8Array | undefined {
  if (!mask) return undefined;
  const kept = Float64Array.from(mask);
  const secondary = [...mask.keys()]
    .filter((cell) => mask[cell] === 1 && problem.cost[cell]! > 0)
    .sort((a, b) => problem.cost[b]! - problem.cost[a]! || a - b)
    .slice(0, Math.floor(pruned / mask.length));
  for (const cell of secondary) {
    kept[cell] = 0;
    if (separate(problem, kept, highs).length > 0) kept[cell] = 1;
  }
  return Uint8Array.from(kept);
}
