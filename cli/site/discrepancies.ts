import { failedChecks } from "../../src/lib/budget/budgetChecks.js";
import type { BudgetTable } from "../../src/lib/budget/budgetTable.js";
import { exactEuros } from "../../src/lib/budget/exactEuros.js";

/** The sums of the budget that fail, one sentence each: the site shows them, the build says them. */
export function budgetDiscrepancies({ checks }: Pick<BudgetTable, "checks">): string[] {
  return failedChecks(checks).map(
    ({ rule, computed, expected, kind }) =>
      `Budget, écart : ${rule}, ${exactEuros(computed)} calculés, ${exactEuros(expected)} ${kind === "equal" ? "attendus" : "au plus"}.`,
  );
}
