import { withDuckDB } from "../../loaders/duckdb.js";
import { type DeclaredRule, rise } from "../../src/lib/adjustment.js";
import { closest } from "../../src/lib/closest.js";
import { VigieError } from "../../src/lib/error.js";
import type { Level } from "../../src/lib/levels.js";
import type { Rule } from "../../src/lib/rules/rule.js";
import { RULES } from "../../src/lib/rules/rules.js";
import { judge } from "../score/judge.js";
import { type Adjustment, adjustLevels } from "./adjust.js";
import { declaredRules } from "./rules.js";

export interface RulesEffectOptions {
  /** `features.parquet` of the batch. */
  features: string;
  /** `model.json` of the registry. */
  model: string;
  /** Names of rules to do without. */
  without: readonly string[];
  /** Defaults to those of the registry. */
  rules?: readonly Rule[];
}

type Levels = Record<Level, number>;

/** What rules do to the list of a month. */
export interface RulesEffect {
  month: string;
  companies: number;
  rules: (DeclaredRule & {
    state: "inForce" | "expired" | "without";
    /** With every rule in force: companies it applies to, and those it moves (alone or with others). */
    applies: number;
    moves: number;
  })[];
  /** Companies by level: the model alone, with every rule in force, with those that were kept. */
  levels: { model: Levels; all: Levels; kept: Levels };
  /** What every rule does to the list of the model alone. */
  moves: Moves;
  /** What doing without the rules named does to the list of every rule. */
  change: Moves;
}

/** Companies that go up or down from one list to another, and those that enter or leave it. */
export interface Moves {
  up: number;
  down: number;
  entered: number;
  left: number;
}

/**
 * Scores the last month again and compares the levels with every rule in force, without any, and
 * without those named; nothing is written. Throws a VigieError on an unknown rule, or when the
 * features or the model are absent.
 */
export async function rulesEffect(options: RulesEffectOptions): Promise<RulesEffect> {
  const { features, model, without, rules: declared = RULES } = options;
  for (const name of without) checkKnown(name, declared);
  return withDuckDB(async (connection) => {
    const judged = await judge(connection, { features, model, rules: declared });
    const { month, frame, prediction, levels: before, rules: inForce } = judged;
    const adjustments = adjustLevels(inForce, frame, prediction, before);
    const all = levelsOf(adjustments);
    const remaining = inForce.filter(({ name }) => !without.includes(name));
    const kept = levelsOf(adjustLevels(remaining, frame, prediction, before));
    return {
      month,
      companies: frame.rows,
      rules: declaredRules(month, declared).rules.map((rule) => ({
        ...rule,
        state: without.includes(rule.name) ? "without" : rule.inForce ? "inForce" : "expired",
        ...companiesOf(rule, adjustments),
      })),
      levels: { model: count(before), all: count(all), kept: count(kept) },
      moves: compare(before, all),
      change: compare(all, kept),
    };
  });
}

const levelsOf = (adjustments: readonly Adjustment[]) => adjustments.map(({ level }) => level);

function companiesOf({ name }: DeclaredRule, adjustments: readonly Adjustment[]) {
  return {
    applies: adjustments.filter(({ applied }) => applied.includes(name)).length,
    moves: adjustments.filter(({ rules }) => rules.includes(name)).length,
  };
}

function count(levels: readonly Level[]): Levels {
  const counts: Levels = { fort: 0, modere: 0, aucun: 0 };
  for (const level of levels) counts[level]++;
  return counts;
}

function compare(from: readonly Level[], to: readonly Level[]): Moves {
  const moves: Moves = { up: 0, down: 0, entered: 0, left: 0 };
  for (const [row, before] of from.entries()) {
    const after = to[row]!;
    if (rise(before, after) > 0) moves.up++;
    if (rise(before, after) < 0) moves.down++;
    if (before === "aucun" && after !== "aucun") moves.entered++;
    if (before !== "aucun" && after === "aucun") moves.left++;
  }
  return moves;
}

function checkKnown(name: string, rules: readonly Rule[]): void {
  if (rules.some((rule) => rule.name === name)) return;
  const names = rules.map((rule) => rule.name);
  const near = closest(name, names);
  throw new VigieError(
    "unknown-rule",
    `la règle « ${name} » n’existe pas`,
    near
      ? `Vouliez-vous dire « ${near} » ? Règles déclarées : ${names.join(", ")}.`
      : "Aucune règle n’est déclarée : retirez --without.",
    2,
  );
}
