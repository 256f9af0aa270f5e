import { sumEuros } from "../budget/budgetChecks.js";
import type { MonthlySpending } from "../budget/budgetTable.js";
import type { ReportPeriod } from "./reportPeriods.js";

/** Spending known at the end of a report, and the convention that ran last by then. */
export function spendingUpTo(
  { months }: Pick<ReportPeriod, "months">,
  spending: readonly MonthlySpending[],
): { convention: string | null; spending: MonthlySpending[] } {
  const end = months.at(-1)!;
  const kept = spending.flatMap((one): MonthlySpending[] => {
    const upTo = one.months.filter((month) => month <= end).length;
    if (upTo === 0) return [];
    return [
      {
        ...one,
        months: one.months.slice(0, upTo),
        engaged: one.engaged.slice(0, upTo),
        paid: one.paid.slice(0, upTo),
        engagedForecast: one.engagedForecast.slice(0, upTo),
        paidForecast: one.paidForecast.slice(0, upTo),
      },
    ];
  });
  const latest = kept.reduce<MonthlySpending | undefined>(
    (best, one) => (!best || one.months.at(-1)! >= best.months.at(-1)! ? one : best),
    undefined,
  );
  return { convention: latest?.convention ?? null, spending: kept };
}

/** Euros of the months of a report, all conventions together; null where a month is not observed. */
export function spentIn(
  { months }: Pick<ReportPeriod, "months">,
  spending: readonly MonthlySpending[],
  key: "engaged" | "paid" | "paidForecast",
): number | null {
  const amounts = spending.flatMap((one) =>
    one.months.flatMap((month, at) => (months.includes(month) ? [one[key][at]!] : [])),
  );
  if (amounts.length === 0 || amounts.some((amount) => amount === null)) return null;
  return sumEuros(amounts);
}
