import { expect, test } from "vitest";
import { budgetDiscrepancies } from "../../../cli/site/discrepancies.js";
import { BUDGET } from "../../fixtures/budget.js";

test("each sum of the budget that fails is one warning, with both figures", () => {
  const failed = BUDGET.checks.filter(({ holds }) => !holds);
  const told = budgetDiscrepancies(BUDGET);
  expect(told).toHaveLength(failed.length);
  expect(told.join("\n")).toContain(
    "annexe 1 : AE prévues, Frais annexes, 2\u202f064\u202f€ calculés, 2\u202f065\u202f€ attendus.",
  );
});

test("a budget that adds up warns of nothing", () => {
  expect(budgetDiscrepancies({ checks: BUDGET.checks.filter(({ holds }) => holds) })).toEqual([]);
});
