import type { Column } from "../../lib/csv.js";
import { yearlyChange } from "../../lib/findings.js";
import { formatMonth } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import { type ImpactIndicatorId, impactIndicatorOf } from "../../lib/impact/impactIndicators.js";
import type { ImpactTable, MonthlyIndicator } from "../../lib/impact/impactTable.js";
import type { Indicator } from "../../lib/indicators.js";
import type { BatchTable } from "../../lib/tables.js";
import type { DataTable } from "../dataTable.js";
import type { KeyFigure } from "../keyFigure.js";
import type { Source } from "../sourceLine.js";

type Measure = Pick<Indicator, "kind" | "unit">;

export const COUNT: Measure = { kind: "count", unit: "" };
export const RATE: Measure = { kind: "rate", unit: "%" };

/** Page where the indicators of the service are defined, each at an anchor of its name. */
export const DEFINITIONS_PAGE = "stats/definitions";

/** Where an indicator comes from, for the line below its figure. */
export function impactSource(id: ImpactIndicatorId, batch: BatchTable): Source {
  return { name: impactIndicatorOf(id).source, batch, page: DEFINITIONS_PAGE, anchor: id };
}

/** The last month of an indicator, and its change over a year. */
export function impactKeyFigure({ months, series }: ImpactTable, id: MonthlyIndicator): KeyFigure {
  const measure = measureOf(id);
  const last = months.at(-1);
  return {
    label: `${impactIndicatorOf(id).label}${last ? `, ${formatMonth(last)}` : ""}`,
    value: formatCell(series[id].at(-1) ?? null, measure),
    comparison: yearlyChange(measure, series[id]),
    anchor: id,
    page: DEFINITIONS_PAGE,
  };
}

interface MonthRow {
  month: string;
  index: number;
}

/** Indicators month by month, the last one first. */
export function monthlyTable(
  { months, series }: ImpactTable,
  ids: readonly MonthlyIndicator[],
  caption: string,
): DataTable<MonthRow> {
  const columns: Column<MonthRow>[] = [
    { label: "Mois", value: ({ month }) => month, text: ({ month }) => formatMonth(month) },
    ...ids.map((id) => ({
      label: impactIndicatorOf(id).label,
      value: ({ index }: MonthRow) => series[id][index] ?? null,
      text: ({ index }: MonthRow) => formatCell(series[id][index] ?? null, measureOf(id)),
      numeric: true,
    })),
  ];
  return { caption, columns, rows: months.map((month, index) => ({ month, index })).reverse() };
}

function measureOf(id: MonthlyIndicator): Measure {
  return impactIndicatorOf(id).kind === "rate" ? RATE : COUNT;
}
