import type { Level } from "../levels.js";

/** What became of a company from one list to the next. */
export const CHANGES = {
  entered: "entrée dans la liste",
  up: "niveau relevé",
  down: "niveau abaissé",
  left: "sortie de la liste",
} as const;

export type Change = keyof typeof CHANGES;

/** Why: what moved it furthest in that direction. */
export const CAUSES = {
  data: "données",
  model: "modèle",
  rule: "ajustement d’expert",
  population: "population notée",
  unknown: "données ou modèle",
} as const;

export type Cause = keyof typeof CAUSES;

/** Where a company stands in a list: its level by the thresholds alone, and after expert rules. */
export interface Standing {
  before: Level;
  level: Level;
}

const RANK: Record<Level, number> = { aucun: 0, modere: 1, fort: 2 };

/** The change between two levels, undefined when there is none. */
export function changeOf(from: Level, to: Level): Change | undefined {
  if (from === to) return undefined;
  if (from === "aucun") return "entered";
  if (to === "aucun") return "left";
  return RANK[to] > RANK[from] ? "up" : "down";
}

/**
 * Cause of the change from one list to the next. The way from one level to the other has three steps
 * that add up to it: the data (the former model on the new data), the model (the new model on the same
 * data), the rules (what they add now, less what they added then). The cause is the longest step in the
 * direction of the change, the first of them at equal length. A company that was not scored, or is no
 * longer, changes by its population; where the former model is lost (`rescored` undefined), the data and
 * the model cannot be told apart.
 */
export function causeOf(
  then: Standing | undefined,
  now: Standing | undefined,
  rescored: Level | undefined,
): Cause {
  if (!then || !now) return "population";
  const height = (level: Level): number => RANK[level];
  const score: [Cause, number][] = rescored
    ? [
        ["data", height(rescored) - height(then.before)],
        ["model", height(now.before) - height(rescored)],
      ]
    : [["unknown", height(now.before) - height(then.before)]];
  const rules = height(now.level) - height(now.before) - (height(then.level) - height(then.before));
  const way = Math.sign(height(now.level) - height(then.level));
  const steps: [Cause, number][] = [...score, ["rule", rules]];
  return steps.reduce((best, step) => (way * step[1] > way * best[1] ? step : best))[0];
}
