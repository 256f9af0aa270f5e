import type { Highs } from "highs";
import { attackCuts, type Cut, relaxedCuts } from "./attackCut.js";
import { AttackerProgram } from "./attackerProgram.js";
import { openRequirements } from "./openRequirements.js";
import { lineCuts, type SuppressionProblem } from "./suppressionProblem.js";

/** A share this far from what an inequality asks does not meet it. */
const SHARE_TOLERANCE = 1e-6;

/**
 * Inequalities that a mask does not meet: those of the lines, then, once they are met, those of the
 * outsider, then of the insiders. None: the mask is safe.
 */
export function separate(problem: SuppressionProblem, mask: Float64Array, highs: Highs): Cut[] {
  const cuts = lineCuts(problem, mask, SHARE_TOLERANCE);
  if (cuts.length > 0) return cuts;
  const { table, lines, outsider, insider, tolerance } = problem;
  const program = new AttackerProgram(table, mask, highs, lines);
  try {
    for (const requirements of [outsider, insider]) {
      const found = openRequirements(program, requirements, tolerance).flatMap((requirement) =>
        attackCuts(program, requirement, mask, tolerance),
      );
      if (found.length > 0) return found;
    }
    return [];
  } finally {
    program.dispose();
  }
}

/** Sensitive cells beyond which a relaxed mask is attacked all at once, and tells less. Ours. */
const ONE_BY_ONE = 150;

/**
 * The same for a mask hidden in part. Insiders are left aside, being many and seldom asking for more,
 * unless the table is small.
 */
export function separateRelaxed(
  problem: SuppressionProblem,
  share: Float64Array,
  highs: Highs,
): Cut[] {
  const cuts = lineCuts(problem, share, SHARE_TOLERANCE);
  if (cuts.length > 0) return cuts;
  const { table, lines, outsider, insider, tolerance } = problem;
  const all = [...outsider, ...insider];
  const program = new AttackerProgram(table, share, highs, lines);
  try {
    const asked = all.length <= ONE_BY_ONE ? all : openRequirements(program, outsider, tolerance);
    return asked
      .flatMap((requirement) => relaxedCuts(program, requirement, share))
      .filter((cut) => isViolated(cut, share));
  } finally {
    program.dispose();
  }
}

/** Upwards a relaxed cell is bounded by guess: what the duals say of it may already be met. */
function isViolated({ cells, weights, least }: Cut, share: Float64Array): boolean {
  const sum = cells.reduce((total, cell, i) => total + weights[i]! * share[cell]!, 0);
  return sum < least - SHARE_TOLERANCE;
}
