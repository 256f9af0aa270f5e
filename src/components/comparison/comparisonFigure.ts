import { CUT_AXIS_NOTE, startsAtZero } from "../../lib/axis.js";
import { cellColumn } from "../../lib/cellColumn.js";
import { inBaseHundred } from "../../lib/comparison/inBaseHundred.js";
import { adjustedSideBySide, type Side, sideBySide } from "../../lib/comparison/sideBySide.js";
import { formatMonth, formatMonthLong, formatPeriod } from "../../lib/format/calendar.js";
import type { Indicator } from "../../lib/indicators.js";
import { measureOf } from "../../lib/labels.js";
import { lastTold } from "../../lib/lastTold.js";
import { publishedSpan } from "../../lib/publishedSpan.js";
import { lastMonthOf } from "../../lib/quarter.js";
import { sideBySideFinding } from "../../lib/sectorFindings.js";
import type { BatchTable, Cell } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { type Series, trendChart } from "../trendChart.js";

export interface ComparisonFigure {
  sides: readonly [Side, Side];
  indicator: Indicator;
  /** What both are within: « tous secteurs », « en Bretagne ». */
  within: string;
  /** As indices, 100 at the first common period; not for a rate. */
  indexed: boolean;
  /** Corrected for the season, where both are. */
  corrected: boolean;
  batch: BatchTable;
  file: string;
}

interface Row {
  period: string;
  cells: readonly [Cell, Cell];
  drawn: readonly [Cell, Cell];
}

/** Two series on one chart, each named at its end, with the table of both. */
export function comparisonFigure(given: ComparisonFigure): HTMLElement {
  const { sides, indicator, within, batch, file } = given;
  const [a, b] = sides;
  const raw = sideBySide(a, b, indicator);
  const shown = (given.corrected && adjustedSideBySide(a, b, indicator)) || raw;
  const isCorrected = shown !== raw;
  const index = given.indexed && indicator.kind !== "rate" ? inBaseHundred(shown.values) : null;
  const drawn = index?.series ?? shown.values;
  const measured = index ? { ...indicator, kind: "count" as const, unit: "indice" } : indicator;
  const series: Series[] = [
    { name: b.name, values: drawn[1]!, role: "comparison" },
    { name: a.name, values: drawn[0]!, role: "subject" },
  ];
  const span = publishedSpan(shown.periods, series);
  const last = lastTold(...raw.values);
  const told = (side: 0 | 1) => ({ name: sides[side].name, value: raw.values[side][last] });
  const rows = raw.periods.map(
    (period, i): Row => ({
      period,
      cells: [raw.values[0][i] ?? null, raw.values[1][i] ?? null],
      drawn: [drawn[0]![i] ?? null, drawn[1]![i] ?? null],
    }),
  );
  return figure<Row>({
    title: `${sideBySideFinding(indicator, told(0), told(1))}, ${inPeriod(raw.periods[last] ?? "")}`,
    subtitle: [
      `${indicator.label}, ${within}. ${indicator.definition} `,
      index
        ? `Indice : 100 en ${formatMonthLong(shown.periods[index.base] ?? "")}`
        : measureOf(indicator),
      isCorrected ? ", corrigé des variations saisonnières (méthode STL)" : "",
      span.length > 0 ? `, ${formatPeriod(span[0]!, span.at(-1)!)}.` : ".",
    ].join(""),
    chart: trendChart({ months: shown.periods, indicator: measured, series }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${indicator.label}, ${within} : ${a.name} et ${b.name}`,
      columns: [
        {
          label: "Période",
          value: ({ period }) => period,
          text: ({ period }) => formatMonth(period),
        },
        cellColumn<Row>(a.name, ({ cells }) => cells[0], indicator),
        cellColumn<Row>(b.name, ({ cells }) => cells[1], indicator),
        ...(index || isCorrected
          ? [
              cellColumn<Row>(`${a.name}, tracé`, (row) => row.drawn[0], measured),
              cellColumn<Row>(`${b.name}, tracé`, (row) => row.drawn[1], measured),
            ]
          : []),
      ],
      rows: rows.reverse(),
    },
    file,
    notes: [
      indicator.caveat,
      ...(given.indexed && !index && indicator.kind !== "rate"
        ? ["Pas d’indice : aucune période n’a une valeur publiée et positive des deux côtés."]
        : []),
      ...(startsAtZero(drawn.flat()) ? [] : [CUT_AXIS_NOTE]),
      ...(raw.values.some((values) => values.includes("s"))
        ? ["Les périodes sous secret statistique sont des trous dans la ligne."]
        : []),
    ],
  });
}

/** « en septembre 2026 », « au 3e trimestre 2026 ». */
function inPeriod(period: string): string {
  return `${lastMonthOf(period) === period ? "en" : "au"} ${formatMonthLong(period)}`;
}
