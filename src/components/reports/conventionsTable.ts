import type { BudgetTable } from "../../lib/budget/budgetTable.js";
import { exactEuros } from "../../lib/budget/exactEuros.js";
import { outturnOf } from "../../lib/budget/remainingToPay.js";
import { startupName } from "../../lib/budget/startups.js";
import { type ReportPeriod, reportNamed } from "../../lib/reports/reportPeriods.js";
import { spendingUpTo } from "../../lib/reports/spendingUpTo.js";
import { dataTable } from "../dataTable.js";

/** Where each agreement stood at the end of a report, euros; those signed later are left out. */
export function conventionsTable(report: ReportPeriod, budget: BudgetTable): HTMLElement {
  const { spending } = spendingUpTo(report, budget.spending);
  const end = reportNamed(report.kind, report.period).months.at(-1)!;
  const rows = budget.instruments
    .filter(({ signed, start }) => ((signed ?? start)?.slice(0, 7) ?? "") <= end)
    .map((one) => ({ ...one, ...outturnOf(one, spending) }));
  type Row = (typeof rows)[number];
  const euros = (label: string, value: (row: Row) => number | null) => ({
    label,
    value,
    text: (row: Row) => exactEuros(value(row)),
    numeric: true,
  });
  return dataTable<Row>({
    caption: "Ce que chaque document accorde, et où en était sa dépense à la fin de la période",
    columns: [
      { label: "Convention", value: ({ convention }) => convention },
      { label: "Service", value: ({ startup }) => startupName(startup) },
      euros("AE", ({ ae }) => ae),
      euros("AE engagées", ({ engaged }) => engaged),
      euros("CP payés", ({ paid }) => paid),
      euros("Reste à payer", ({ remaining }) => remaining),
    ],
    rows,
  });
}
