import type { DeclaredRules } from "../../src/lib/adjustment.js";
import { isInForce, type Rule } from "../../src/lib/rules/rule.js";
import { RULES } from "../../src/lib/rules/rules.js";
import { variable } from "../features/families.js";

/** Those that hold for the list of a month, `YYYY-MM`. */
export function rulesOf(month: string, rules: readonly Rule[] = RULES): Rule[] {
  return rules.filter((rule) => isInForce(rule, month));
}

/** What is told of each rule to those who read the list of a month, `YYYY-MM`. */
export function declaredRules(month: string, rules: readonly Rule[] = RULES): DeclaredRules {
  return {
    month,
    rules: rules.map((rule) => {
      const { name, label, author, reason, from, to = null, effect, reads } = rule;
      const confidential = reads.some((feature) => isUrssaf(feature));
      const inForce = isInForce(rule, month);
      return { name, label, author, reason, from, to, effect, inForce, confidential };
    }),
  };
}

const isUrssaf = (feature: string): boolean => variable(feature).group === "dette_sociale";
