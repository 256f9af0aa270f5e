import { adjusted, rise } from "../../src/lib/adjustment.js";
import { type Frame, measure } from "../../src/lib/fit/frame.js";
import type { Prediction } from "../../src/lib/fit/predict.js";
import type { Group } from "../../src/lib/groups.js";
import type { Level } from "../../src/lib/levels.js";
import { type Rule, rulesFor } from "../../src/lib/rules/rule.js";

/** Level of a company before and after the rules. */
export interface Adjustment {
  before: Level;
  level: Level;
  /** Names of the rules that moved it: those whose effect has the sign of the move. */
  rules: string[];
  /** Names of those that apply, among them the outweighed and those that meet an end of the scale. */
  applied: string[];
}

/** Measures that rules read. */
export function rulesRead(rules: readonly Rule[]): string[] {
  return [...new Set(rules.flatMap(({ reads }) => reads))];
}

/** The levels of all the rows of a frame after rules; the frame holds what they read. */
export function adjustLevels(
  rules: readonly Rule[],
  frame: Frame,
  prediction: Pick<Prediction, "terms" | "contributions">,
  levels: readonly Level[],
): Adjustment[] {
  const columns = new Map(rulesRead(rules).map((name) => [name, measure(frame, name)]));
  return levels.map((before, row) => {
    const applied = rulesFor(rules, {
      value: (name) => columns.get(name)![row]!,
      get dominant() {
        return dominantGroup(prediction, row);
      },
    });
    const level = adjusted(
      before,
      applied.map(({ effect }) => effect),
    );
    const move = rise(before, level);
    const moving = move === 0 ? [] : applied.filter(({ effect }) => effect === move);
    return { before, level, rules: namesOf(moving), applied: namesOf(applied) };
  });
}

const namesOf = (rules: readonly Rule[]): string[] => rules.map(({ name }) => name);

/** Group whose contributions add up to the most; undefined when none is above zero. */
function dominantGroup(
  { terms, contributions }: Pick<Prediction, "terms" | "contributions">,
  row: number,
): Group | undefined {
  const sums = new Map<string, number>();
  for (const [index, { group }] of terms.entries())
    sums.set(group, (sums.get(group) ?? 0) + contributions[index]![row]!);
  const [first] = [...sums].sort(([, a], [, b]) => b - a);
  return first && first[1] > 0 ? (first[0] as Group) : undefined;
}
