import { sumEuros } from "./budgetChecks.js";
import type { Instrument, MonthlySpending } from "./budgetTable.js";

export interface Outturn {
  engaged: number;
  paid: number;
  /** Committed, or carried over from earlier years, and not paid yet. */
  remaining: number;
}

/** Where an instrument stands at the batch, euros; remaining to pay = AE engaged + RAP − CP paid. */
export function outturnOf(
  { convention, startup, rap }: Instrument,
  spending: readonly MonthlySpending[],
): Outturn {
  const spent = spending.find((one) => one.convention === convention && one.startup === startup);
  const engaged = sumEuros(spent?.engaged ?? []);
  const paid = sumEuros(spent?.paid ?? []);
  return {
    engaged,
    paid,
    remaining: sumEuros([engaged, rap, -paid]),
  };
}
