import type { Level } from "./levels.js";

/** Alert levels from the least worrying. */
const LADDER = ["aucun", "modere", "fort"] as const satisfies readonly Level[];

/** Number of levels an expert rule moves a company by; 0 for a rule on trial, counted but idle. */
export type Effect = -1 | 0 | 1;

/**
 * Level after expert rules: effects add up and move it by one step at most, whatever their number
 * (« redressements » of the lists of 2021 to 2023); the probability never changes.
 */
export function adjusted(level: Level, effects: readonly Effect[]): Level {
  const sum = effects.reduce<number>((total, effect) => total + effect, 0);
  const at = LADDER.indexOf(level) + Math.max(-1, Math.min(1, sum));
  return LADDER[Math.max(0, Math.min(LADDER.length - 1, at))]!;
}

/** Levels climbed from one to another, negative when it goes down. */
export function rise(from: Level, to: Level): number {
  return LADDER.indexOf(to) - LADDER.indexOf(from);
}

/** « +1 niveau », « −1 niveau », or what a rule on trial does. */
export function effectInWords(effect: Effect): string {
  if (effect === 0) return "à l’essai, sans effet";
  return effect > 0 ? "+1 niveau" : "−1 niveau";
}

/** What is told of a rule: `rules.json` of the scores and the adjustments of the model's page. */
export interface DeclaredRule {
  name: string;
  label: string;
  author: string;
  reason: string;
  /** Months scored it holds for, `YYYY-MM`, both included; null until further notice. */
  from: string;
  to: string | null;
  effect: Effect;
  inForce: boolean;
  /** It reads amounts of the Urssaf, which not every agent may know. */
  confidential: boolean;
}

/** The rules there were for a list, those in force among them. */
export interface DeclaredRules {
  /** Month scored, `YYYY-MM`. */
  month: string;
  rules: DeclaredRule[];
}
