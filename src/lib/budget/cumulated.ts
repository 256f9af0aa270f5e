import { sumEuros } from "./budgetChecks.js";
import type { MonthlySpending } from "./budgetTable.js";

/** The cumulated curves of a convention over its startups, euros at the end of each month. */
export interface CumulatedSpending {
  convention: string;
  months: string[];
  engaged: (number | null)[];
  paid: (number | null)[];
  paidForecast: number[];
}

/** Running sums, startup after startup added up; a month one of them does not observe is null. */
export function cumulatedSpending(
  convention: string,
  spending: readonly MonthlySpending[],
): CumulatedSpending {
  const parts = spending.filter((one) => one.convention === convention);
  const months = [...new Set(parts.flatMap((part) => part.months))].sort();
  const upTo = (key: "engaged" | "paid" | "paidForecast", month: string): number =>
    sumEuros(parts.flatMap((part) => part[key].filter((_, at) => part.months[at]! <= month)));
  const observed = (month: string) =>
    parts.every(
      ({ months: own, paid }) => own.indexOf(month) < 0 || paid[own.indexOf(month)] !== null,
    );
  const known = (key: "engaged" | "paid") =>
    months.map((month) => (observed(month) ? upTo(key, month) : null));
  return {
    convention,
    months,
    engaged: known("engaged"),
    paid: known("paid"),
    paidForecast: months.map((month) => upTo("paidForecast", month)),
  };
}
