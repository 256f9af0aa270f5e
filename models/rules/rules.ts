import type { DeclaredRules } from "../../src/lib/adjustment.js";
import { variable } from "../features/families.js";
import { CURRENT } from "./current.js";
import { psf2021 } from "./psf2021.js";
import { RECOVERY_2022 } from "./recovery2022.js";
import { isInForce, type Rule } from "./rule.js";

/** Every adjustment there ever was, in the order of the lists they were made for. */
export const RULES: readonly Rule[] = [psf2021, ...RECOVERY_2022, ...CURRENT];

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
