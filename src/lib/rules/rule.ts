import type { Effect } from "../adjustment.js";
import type { Group } from "../groups.js";

/** What a rule knows of a company in the month scored. */
export interface Judged {
  /** A variable of `models/features`; NaN when it has no value. A flag is 1 or 0. */
  value: (name: string) => number;
  /** Group that contributes most to the risk, undefined when none raises it. */
  dominant: Group | undefined;
}

/**
 * An expert adjustment (« redressement »): what the model cannot know and experts do, told in the open.
 * It moves an alert level by one and never touches a probability.
 */
export interface Rule {
  /** Name in the scores and the lists. */
  name: string;
  /** Sign it looks for, in French. */
  label: string;
  /** Who answers for it. */
  author: string;
  /** Why, in French. */
  reason: string;
  /** First and last months scored it holds for, `YYYY-MM`; without an end, until further notice. */
  from: string;
  to?: string;
  effect: Effect;
  /** Measures and flags of `models/features` it reads; a company without one of them is left alone. */
  reads: readonly string[];
  applies: (company: Judged) => boolean;
}

/** Whether a rule holds for the lists of a month, `YYYY-MM`. */
export function isInForce({ from, to }: Pick<Rule, "from" | "to">, month: string): boolean {
  return from <= month && (to === undefined || month <= to);
}

/** The rules that apply to a company, in the order given. */
export function rulesFor(rules: readonly Rule[], company: Judged): Rule[] {
  return rules.filter(
    ({ reads, applies }) =>
      reads.every((name) => !Number.isNaN(company.value(name))) && applies(company),
  );
}
