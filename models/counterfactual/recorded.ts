import type { Counterfactual } from "../../src/lib/counterfactual/counterfactual.js";
import { ALERTS, type ListRecord } from "../../src/lib/listRecord.js";

/** The smallest change as a line of the list has it; null when nothing realistic is enough. */
export function recorded(found: Counterfactual | undefined): ListRecord["baisse"] {
  const smallest = found?.options[0];
  if (!smallest) return null;
  const { changes, level, probability } = smallest;
  return {
    alert: ALERTS[level],
    score: probability,
    changements: changes.map(({ lever, from, to }) => ({ levier: lever, de: from, vers: to })),
  };
}
