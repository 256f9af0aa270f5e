import { cellColumn } from "../../lib/cellColumn.js";
import { cellSeries } from "../../lib/explorer/cellSeries.js";
import { groupOf } from "../../lib/explorer/resultFinding.js";
import { rankFinding } from "../../lib/findings.js";
import { formatMonthLong } from "../../lib/format/calendar.js";
import { formatCount } from "../../lib/format/plural.js";
import { measureOf } from "../../lib/labels.js";
import { figure } from "../figure.js";
import { type RankedRow, rankedDots } from "../rankedDots.js";
import type { IndicatorResult } from "./indicatorResult.js";

/** A longer ranking is read in the table. */
const MOST_ROWS = 40;

/** The values of one period, from the highest to the lowest. */
export function rankFigure({ cells, label, indicator, batch }: IndicatorResult): HTMLElement {
  const { periods, series, dimensions } = cellSeries(cells, label);
  const rows = series.map(
    ({ name, values }): RankedRow => ({ label: name, value: values[0] ?? null, yearBefore: null }),
  );
  const rank = ({ value }: RankedRow) => (typeof value === "number" ? value : -Infinity);
  const drawn = [...rows].sort((a, b) => rank(b) - rank(a) || 0).slice(0, MOST_ROWS);
  const period = formatMonthLong(periods[0] ?? "");
  return figure<RankedRow>({
    title: rankFinding(indicator, rows, groupOf(dimensions)),
    subtitle: `${indicator.definition} ${measureOf(indicator)}, ${period}.`,
    chart: rankedDots({ rows: drawn, indicator }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${indicator.label}, ${period}`,
      columns: [
        { label: "Croisement", value: (row) => row.label },
        cellColumn(period, ({ value }) => value, indicator),
      ],
      rows,
    },
    file: `explorer-${indicator.id}`,
    notes: [
      indicator.caveat,
      ...(rows.length > MOST_ROWS
        ? [
            `Le dessin s’arrête aux ${MOST_ROWS} premières valeurs ; le tableau a ${formatCount(rows.length, "ligne")}.`,
          ]
        : []),
    ],
  });
}
