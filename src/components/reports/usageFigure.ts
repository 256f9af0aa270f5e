import { formatMonth } from "../../lib/format/calendar.js";
import { usersFinding } from "../../lib/impact/impactFindings.js";
import type { ImpactTable } from "../../lib/impact/impactTable.js";
import { quartersUpTo, type ReportPeriod } from "../../lib/reports/reportPeriods.js";
import type { BatchTable } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { COUNT, impactSource, monthlyTable } from "../impact/impactMeasures.js";
import { trendChart } from "../trendChart.js";

/** Agents by quarter up to the end of a report: a month can hold too few of them to be told. */
export function usageFigure(
  report: ReportPeriod,
  impact: ImpactTable,
  batch: BatchTable,
): HTMLElement {
  const quarters = quartersUpTo(report, impact.quarters);
  const table = monthlyTable(
    impact,
    ["utilisateurs_actifs", "fiches_consultees", "recherches", "exports"],
    "Usage du service, mois par mois",
  );
  return figure({
    title: usersFinding({ ...impact, quarters }),
    subtitle: `Agents distincts ayant utilisé le service, trimestre par trimestre, jusqu’au ${formatMonth(quarters.at(-1)?.quarter ?? report.period)}.`,
    chart: trendChart({
      months: quarters.map(({ quarter }) => quarter),
      indicator: COUNT,
      series: [{ name: "Agents", values: quarters.map(({ users }) => users), role: "subject" }],
    }),
    source: impactSource("utilisateurs_actifs", batch),
    data: { ...table, rows: table.rows.filter(({ month }) => report.months.includes(month)) },
    file: `usage-${report.period}`,
    notes: ["Un mois où moins de trois agents ont agi est masqué."],
  });
}
