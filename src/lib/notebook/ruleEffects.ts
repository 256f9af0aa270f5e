import { adjusted, type Effect, rise } from "../adjustment.js";
import type { Level } from "../levels.js";

/** A company of the list, as the scores tell it. */
export interface JudgedCompany {
  /** Level of the thresholds alone. */
  before: Level;
  /** Names of the rules that apply to it. */
  rules: readonly string[];
}

/** What a rule does to a list that has all the others. */
export interface RuleEffect {
  name: string;
  /** Companies it applies to. */
  applies: number;
  /** Companies that would have another level without it, up or down by it. */
  raised: number;
  lowered: number;
  /** Companies that are on the list, or off it, because of it. */
  entered: number;
  left: number;
}

/** Level of a company with these rules. */
export function levelWith(
  { before, rules }: JudgedCompany,
  effects: ReadonlyMap<string, Effect>,
): Level {
  return adjusted(
    before,
    rules.flatMap((name) => effects.get(name) ?? []),
  );
}

/** Effect of each rule, the others being kept: what doing without it would change. */
export function ruleEffects(
  companies: readonly JudgedCompany[],
  rules: readonly { name: string; effect: Effect }[],
): RuleEffect[] {
  const all = new Map(rules.map(({ name, effect }) => [name, effect]));
  return rules.map(({ name }) => {
    const others = new Map([...all].filter(([other]) => other !== name));
    const found: RuleEffect = { name, applies: 0, raised: 0, lowered: 0, entered: 0, left: 0 };
    for (const company of companies) {
      if (!company.rules.includes(name)) continue;
      found.applies++;
      const [without, withIt] = [levelWith(company, others), levelWith(company, all)];
      const steps = rise(without, withIt);
      if (steps > 0) found.raised++;
      if (steps < 0) found.lowered++;
      if (without === "aucun" && withIt !== "aucun") found.entered++;
      if (without !== "aucun" && withIt === "aucun") found.left++;
    }
    return found;
  });
}
