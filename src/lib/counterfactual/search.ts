import type { CompiledLever } from "./compile.js";
import type { Change } from "./counterfactual.js";
import type { Values } from "./lever.js";
import { type Step, stepsOf } from "./steps.js";

/** Changes whose gain fills a gap of log-odds. */
export interface Proposal {
  changes: Change[];
  gain: number;
  cost: number;
}

interface Explored {
  lever: CompiledLever;
  from: number;
  steps: Step[];
}

/**
 * The smallest change of each lever that lowers the log-odds by `gap` or more, by increasing cost;
 * the cheapest pair of two families when no lever alone does; nothing when no pair does either. Ties
 * keep the order of the levers.
 *
 * Counterfactual explanation in the sense of S. Wachter, B. Mittelstadt and C. Russell (Harvard
 * Journal of Law & Technology 31, 2018), on values a company can really reach (B. Ustun, A. Spangher,
 * Y. Liu, « Actionable Recourse in Linear Classification », FAT* 2019).
 */
export function smallestChanges(
  levers: readonly CompiledLever[],
  values: Values,
  gap: number,
): Proposal[] {
  if (gap === Number.POSITIVE_INFINITY) return [];
  const explored = levers.map((lever) => explore(lever, values, gap));
  const alone = explored.flatMap((one) => {
    const last = one.steps.at(-1);
    return last && last.gain >= gap ? [proposal([[one, last]])] : [];
  });
  if (alone.length > 0) return alone.sort((a, b) => a.cost - b.cost);
  const best = cheapestPair(explored, gap);
  return best ? [best] : [];
}

/** Steps up to the first that is enough. */
function explore(lever: CompiledLever, values: Values, gap: number): Explored {
  const steps: Step[] = [];
  for (const step of stepsOf(lever, values)) {
    steps.push(step);
    if (step.gain >= gap) break;
  }
  return { lever, from: lever.range(values)?.from ?? Number.NaN, steps };
}

function cheapestPair(explored: readonly Explored[], gap: number): Proposal | undefined {
  let best: Proposal | undefined;
  for (const [index, one] of explored.entries()) {
    for (const other of explored.slice(index + 1)) {
      if (one.lever.family === other.lever.family) continue;
      const found = cheapestOf(one, other, gap);
      if (found && !(best && best.cost <= found.cost)) best = found;
    }
  }
  return best;
}

/** Costs grow along the steps, so that each step of one needs only the first that is enough of the other. */
function cheapestOf(one: Explored, other: Explored, gap: number): Proposal | undefined {
  const records = recordsOf(other.steps);
  const most = records.at(-1)?.gain ?? Number.NEGATIVE_INFINITY;
  let best: Proposal | undefined;
  for (const step of one.steps) {
    if (step.gain + most < gap) continue;
    const second = records.find(({ gain }) => step.gain + gain >= gap)!;
    const found = proposal([
      [one, step],
      [other, second],
    ]);
    if (!(best && best.cost <= found.cost)) best = found;
  }
  return best;
}

/** Steps that gain more than all those before them. */
function recordsOf(steps: readonly Step[]): Step[] {
  let most = Number.NEGATIVE_INFINITY;
  return steps.filter(({ gain }) => {
    if (gain <= most) return false;
    most = gain;
    return true;
  });
}

function proposal(parts: readonly [Explored, Step][]): Proposal {
  return {
    changes: parts.map(([{ lever, from }, { to }]) => ({ lever: lever.name, from, to })),
    gain: parts.reduce((sum, [, { gain }]) => sum + gain, 0),
    cost: Math.hypot(...parts.map(([, { cost }]) => cost)),
  };
}
