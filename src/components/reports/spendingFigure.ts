import { consumptionFinding } from "../../lib/budget/budgetFindings.js";
import type { BudgetTable } from "../../lib/budget/budgetTable.js";
import { cumulatedSpending } from "../../lib/budget/cumulated.js";
import { exactEuros } from "../../lib/budget/exactEuros.js";
import { formatMonth } from "../../lib/format/calendar.js";
import type { ReportPeriod } from "../../lib/reports/reportPeriods.js";
import { spendingUpTo } from "../../lib/reports/spendingUpTo.js";
import type { BatchTable } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { trendChart } from "../trendChart.js";

/** What was forecast, committed and paid under the convention in force at the end of a report. */
export function spendingFigure(
  report: ReportPeriod,
  budget: BudgetTable,
  batch: BatchTable,
): HTMLElement | null {
  const { convention, spending } = spendingUpTo(report, budget.spending);
  if (!convention) return null;
  const curve = cumulatedSpending(convention, spending);
  const rows = curve.months.map((month, at) => ({
    month,
    engaged: curve.engaged[at]!,
    paid: curve.paid[at]!,
    forecast: curve.paidForecast[at]!,
  }));
  const euros = (label: string, value: (row: (typeof rows)[number]) => number | null) => ({
    label,
    value,
    text: (row: (typeof rows)[number]) => exactEuros(value(row)),
    numeric: true,
  });
  return figure({
    title: consumptionFinding(curve),
    subtitle: `Euros cumulés depuis le premier mois de dépense jusqu’à ${formatMonth(curve.months.at(-1)!)} : autorisations d’engagement engagées, crédits de paiement prévus et payés.`,
    chart: trendChart({
      months: curve.months,
      indicator: { kind: "amount", unit: "€" },
      series: [
        { name: "Engagé", values: curve.engaged, role: "context", named: true },
        { name: "Prévu", values: curve.paidForecast, role: "comparison" },
        { name: "Payé", values: curve.paid, role: "subject" },
      ],
    }),
    source: {
      name: "dépenses mensuelles tenues par l’équipe",
      batch,
      page: "budget",
      anchor: "definitions",
    },
    data: {
      caption: `${convention} : euros cumulés`,
      columns: [
        { label: "Mois", value: (row) => row.month, text: (row) => formatMonth(row.month) },
        euros("AE engagées", (row) => row.engaged),
        euros("CP payés", (row) => row.paid),
        euros("CP prévus", (row) => row.forecast),
      ],
      rows,
    },
    file: `depenses-${report.period}`,
  });
}
