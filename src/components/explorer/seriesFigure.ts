import { CUT_AXIS_NOTE, startsAtZero } from "../../lib/axis.js";
import { cellColumn } from "../../lib/cellColumn.js";
import type { Column } from "../../lib/csv.js";
import { cellSeries, type SeriesInTime } from "../../lib/explorer/cellSeries.js";
import { highestSeries, resultFinding } from "../../lib/explorer/resultFinding.js";
import { formatMonth, formatPeriod } from "../../lib/format/calendar.js";
import { measureOf } from "../../lib/labels.js";
import { publishedSpan } from "../../lib/publishedSpan.js";
import type { Cell } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { selectField } from "../selectField.js";
import { type Series, trendChart } from "../trendChart.js";
import type { IndicatorResult } from "./indicatorResult.js";

/** Up to so many lines each has its name; beyond, one is picked out of the grey. */
const MOST_NAMED = 6;

interface PeriodRow {
  period: string;
  cells: readonly Cell[];
}

/** Lines in time, one per crossing. */
export function seriesFigure(result: IndicatorResult): HTMLElement {
  const { cells, label } = result;
  const shown = cellSeries(cells, label);
  if (shown.series.length <= MOST_NAMED) return linesFigure(result, shown, 0, undefined);
  const choices = shown.series.map(({ name }, index) => ({ value: String(index), label: name }));
  const name = `en-avant-${result.indicator.id}`;
  const field = selectField("Mettre en avant", name, choices, String(highestSeries(shown)));
  const place = document.createElement("div");
  const draw = () => place.replaceChildren(linesFigure(result, shown, Number(field.value), field));
  field.addEventListener("input", () => {
    draw();
    field.querySelector("select")?.focus();
  });
  draw();
  return place;
}

function linesFigure(
  { indicator, batch }: IndicatorResult,
  shown: SeriesInTime,
  picked: number,
  controls: HTMLElement | undefined,
): HTMLElement {
  const { periods, series } = shown;
  const lines = series.map(({ name, values }, index): Series => {
    const role = index === picked ? "subject" : series.length === 2 ? "comparison" : "context";
    return { name, values, role, named: index === picked || series.length <= MOST_NAMED };
  });
  // The line picked is drawn last, over the others.
  const ordered = [...lines.filter((_, index) => index !== picked), lines[picked]!];
  const span = publishedSpan(periods, series);
  const drawn = series.flatMap(({ values }) => values);
  return figure<PeriodRow>({
    title: resultFinding(indicator, shown),
    subtitle: `${indicator.definition} ${measureOf(indicator)}, ${formatPeriod(span[0]!, span.at(-1)!)}.`,
    chart: trendChart({ months: periods, indicator, series: ordered }),
    ...(controls ? { controls } : {}),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${indicator.label}, par période`,
      columns: [
        {
          label: "Période",
          value: ({ period }) => period,
          text: ({ period }) => formatMonth(period),
        },
        ...series.map(
          ({ name }, index): Column<PeriodRow> =>
            cellColumn(name, (row) => row.cells[index] ?? null, indicator),
        ),
      ],
      rows: periods
        .map((period, i) => ({ period, cells: series.map(({ values }) => values[i] ?? null) }))
        .toReversed(),
    },
    file: `explorer-${indicator.id}`,
    notes: [
      indicator.caveat,
      ...(startsAtZero(drawn) ? [] : [CUT_AXIS_NOTE]),
      ...(drawn.includes("s")
        ? ["Une ligne s’interrompt là où le secret statistique s’applique."]
        : []),
    ],
  });
}
