import { formatPercent } from "../format/number.js";
import { formatCount } from "../format/plural.js";
import type { BudgetCheck } from "./budgetChecks.js";
import { failedChecks } from "./budgetChecks.js";
import type { CumulatedSpending } from "./cumulated.js";
import { exactEuros } from "./exactEuros.js";
import type { SpendingTotal } from "./totalsBy.js";

/** Below half a percent of the forecast, payments are said to be as forecast. */
const ON_FORECAST = 0.005;

/** Title of the curves of a convention: how what was paid stands against the forecast. */
export function consumptionFinding({ convention, paid, paidForecast }: CumulatedSpending): string {
  const last = paid.findLastIndex((cell) => cell !== null);
  const [done, planned] = [paid[last], paidForecast[last]];
  if (done === undefined || done === null || !planned) {
    return `${convention} : aucun paiement à comparer à une prévision`;
  }
  const gap = (done - planned) / planned;
  const sum = `${exactEuros(done)} payés`;
  if (Math.abs(gap) < ON_FORECAST) return `${convention} : ${sum}, comme prévu`;
  const side = gap > 0 ? "de plus" : "de moins";
  return `${convention} : ${sum}, ${formatPercent(100 * Math.abs(gap))} ${side} que prévu`;
}

/** Title of a chart of parts: which takes the most, and what share. */
export function largestFinding(totals: readonly SpendingTotal[], noun: string): string {
  const [first] = totals;
  const all = totals.reduce((sum, { paid }) => sum + paid, 0);
  if (!first || all === 0) return `Aucun paiement par ${noun}`;
  return `« ${first.name} » : ${formatPercent((100 * first.paid) / all)} de ce qui a été payé`;
}

/** What the checks say together. */
export function checksFinding(checks: readonly BudgetCheck[]): string {
  const failed = failedChecks(checks).length;
  if (checks.length === 0) return "Aucune somme à vérifier dans ce lot";
  if (failed === 0) return `Les ${checks.length} sommes vérifiées sont justes`;
  return `${formatCount(failed, "somme ne tombe pas juste", "sommes ne tombent pas juste")} sur ${checks.length} vérifiées`;
}
