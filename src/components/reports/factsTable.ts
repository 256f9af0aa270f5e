import { cellColumn } from "../../lib/cellColumn.js";
import { changeBetween, formatChange } from "../../lib/format/change.js";
import type { ReportFact } from "../../lib/reports/reportFacts.js";
import { previousReport, type ReportPeriod } from "../../lib/reports/reportPeriods.js";
import { dataTable } from "../dataTable.js";

/** The figures of a report beside those of the period before. */
export function factsTable(report: ReportPeriod, facts: readonly ReportFact[]): HTMLElement {
  const measure = { kind: "count", unit: "" } as const;
  const name = ({ period }: ReportPeriod) => period.replace(/(.*)-(.*)/, "$2 $1");
  return dataTable<ReportFact>({
    caption: `Chiffres clés, ${name(report)} et ${name(previousReport(report))}`,
    columns: [
      { label: "Indicateur", value: ({ label }) => label },
      cellColumn(name(report), ({ now }) => now, measure),
      cellColumn(name(previousReport(report)), ({ before }) => before, measure),
      {
        label: "Évolution",
        value: () => null,
        text: ({ now, before, kind }) => formatChange(changeBetween(now, before, kind), "").trim(),
      },
    ],
    rows: facts,
  });
}
