import { adjusted, type DeclaredRules, rise } from "../adjustment.js";
import { explainScore } from "../explanation.js";
import { GROUPS, type Group } from "../groups.js";
import type { Level } from "../levels.js";
import type { Model } from "../model.js";
import { type Rule, rulesFor } from "../rules/rule.js";
import { RULES } from "../rules/rules.js";
import { levelAt } from "../thresholds.js";
import { type CompanyScore, type Features, scoreCompany } from "./scoreCompany.js";

/** The published model with the rules declared for its month. */
export type SimulatedModel = Pick<Model, "terms" | "base" | "calibration" | "thresholds"> & {
  adjustments: DeclaredRules | null;
};

/** What a family of signs weighs for a company. */
export interface GroupWeight {
  group: string;
  label: string;
  /** Log-odds. */
  contribution: number;
  /** 0 to 1, 0.5 when it weighs what its columns share of the base weighs (`explainScore`). */
  radar: number;
}

export interface Simulation {
  score: CompanyScore;
  /** Of the thresholds, before the rules of experts. */
  before: Level;
  /** After them. */
  level: Level;
  /** Rules in force that apply, in the order they are declared. */
  applied: Rule[];
  /** Rules in force that read what the simulator does not ask for. */
  untold: Rule[];
  groups: GroupWeight[];
}

/** The level of the national thresholds: by capacity, « fort » would depend on the other companies. */
export function levelOf({ thresholds }: Pick<Model, "thresholds">, probability: number): Level {
  return levelAt(probability, { fort: thresholds.fort.value, modere: thresholds.modere.value });
}

/** The score, the level and the explanation of an invented company. */
export function simulate(model: SimulatedModel, features: Features): Simulation {
  const score = scoreCompany(model, features);
  const before = levelOf(model, score.probability);
  const groups = groupsOf(model, score);
  const value = (name: string): number => {
    const known = features[name];
    return typeof known === "number" ? known : Number.NaN;
  };
  const rules = inForce(model.adjustments);
  const applied = rulesFor(rules, { value, dominant: dominantOf(groups) });
  const level = adjusted(
    before,
    applied.map(({ effect }) => effect),
  );
  const untold = rules.filter(({ reads }) => reads.some((name) => Number.isNaN(value(name))));
  return { score, before, level, applied, untold, groups };
}

/** Those of the rules applied that moved the level. */
export function moving({ before, level, applied }: Simulation): Rule[] {
  const move = rise(before, level);
  return move === 0 ? [] : applied.filter(({ effect }) => effect === move);
}

function inForce(declared: DeclaredRules | null): Rule[] {
  const names = new Set(
    declared?.rules.filter((rule) => rule.inForce).map(({ name }) => name) ?? [],
  );
  return RULES.filter(({ name }) => names.has(name));
}

function groupsOf({ base }: Pick<Model, "base">, { variables }: CompanyScore): GroupWeight[] {
  const { macroRadar } = explainScore(base, variables);
  return Object.entries(macroRadar).map(([group, radar]) => ({
    group,
    label: group in GROUPS ? GROUPS[group as Group].label : group,
    contribution: variables
      .filter((one) => one.group === group)
      .reduce((sum, { contribution }) => sum + contribution, 0),
    radar,
  }));
}

/** As `models/rules/adjust.ts`: the group that adds most to the risk, if any does. */
function dominantOf(groups: readonly GroupWeight[]): Group | undefined {
  const [first] = [...groups].sort((a, b) => b.contribution - a.contribution);
  return first && first.contribution > 0 ? (first.group as Group) : undefined;
}
