import * as Plot from "npm:@observablehq/plot";
import { FLAT_AXIS, formatTick, startsAtZero } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import { formatMonth } from "../lib/format/calendar.js";
import { formatCell } from "../lib/format/cell.js";
import type { Indicator } from "../lib/indicators.js";
import { publishedSpan } from "../lib/publishedSpan.js";
import { spread } from "../lib/spread.js";
import type { Cell } from "../lib/tables.js";
import { monthStart, timeTicks } from "../lib/timeTicks.js";
import { CHART_STYLE, labelMargin, NARROW } from "./chartStyle.js";

export interface Series {
  name: string;
  values: readonly Cell[];
  /** What the page is about, what it is compared with, or the grey rest. */
  role: "subject" | "comparison" | "context";
  /** True for a grey line that has its name too. */
  named?: boolean;
}

export interface TrendChart {
  months: readonly string[];
  series: readonly Series[];
  indicator: Pick<Indicator, "kind" | "unit">;
  /** Months from which the series is not comparable with what precedes. */
  breaks?: readonly { month: string; label: string }[];
}

interface Point {
  date: Date;
  month: string;
  /** `NaN` leaves a gap in the line. */
  value: number;
  cell: Cell;
  series: Series;
}

const HEIGHT = 340;
const NARROW_HEIGHT = 280;
const LINE_HEIGHT = 15;
/** Between the labels of two ends, of two lines each. */
const LABEL_GAP = 4;
/** What bold labels take beyond the margin of regular ones. */
const BOLD_ROOM = 10;
/** Margins of the time axis, where no label stands. */
const AXIS_ROOM = 120;

/** Monthly lines: the subject and its comparison named next to them, the context in thin grey, gaps where nothing is published. */
export function trendChart({
  months,
  series,
  indicator,
  breaks = [],
}: TrendChart): (width: number) => SVGElement {
  const span = publishedSpan(months, series);
  const points = series.flatMap((one) => seriesPoints(one, months)).filter(within(span));
  const isNamed = ({ series: { role, named = role !== "context" } }: Point) => named;
  const named = points.filter(isNamed);
  const behind = points.filter((point) => !isNamed(point));
  const ends = lastPoints(named).sort((a, b) => b.value - a.value);
  const zero = startsAtZero(points.map(({ cell }) => cell));
  const range = rangeOf(points, zero);
  const text = (cell: Cell) => formatCell(cell, indicator);
  const tip = ({ month, cell, series: { name } }: Point) =>
    `${formatMonth(month)}\n${name}\u00a0: ${text(cell)}`;
  return (width) => {
    const narrow = width < NARROW;
    const height = narrow ? NARROW_HEIGHT : HEIGHT;
    return Plot.plot({
      width,
      height,
      style: CHART_STYLE,
      marginLeft: 62,
      marginRight: narrow ? 14 : labelMargin(ends.map(({ series: { name } }) => name)) + BOLD_ROOM,
      marginTop: narrow ? 20 + ends.length * LINE_HEIGHT : 20,
      x: timeAxis(span, width),
      y: {
        label: null,
        nice: true,
        zero,
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => formatTick(value, indicator),
        ...(range === 0 && zero ? FLAT_AXIS : {}),
      },
      marks: [
        zero ? Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }) : null,
        breakMarks(breaks),
        Plot.line(behind, { ...LINE, stroke: colour("context"), strokeWidth: 0.9 }),
        Plot.line(named, { ...LINE, stroke: strokeOf, strokeWidth: 2.4 }),
        Plot.dot(ends, { x: "date", y: "value", fill: strokeOf, r: 4 }),
        narrow ? headLabels(ends, text) : endLabels(ends, text, range > 0 ? height / range : 0),
        Plot.tip(named, Plot.pointerX({ x: "date", y: "value", title: tip })),
      ],
    }) as SVGElement;
  };
}

function timeAxis(months: readonly string[], width: number): Plot.ScaleOptions {
  const ticks = timeTicks(months, width - AXIS_ROOM);
  const labels = new Map(ticks.map(({ month, label }) => [+monthStart(month), label]));
  return {
    type: "utc",
    label: null,
    ticks: ticks.map(({ month }) => monthStart(month)),
    tickFormat: (date: Date) => labels.get(+date) ?? "",
  };
}

function breakMarks(breaks: NonNullable<TrendChart["breaks"]>): Plot.Markish {
  const x = ({ month }: { month: string }) => monthStart(month);
  return [
    Plot.ruleX(breaks, { x, strokeDasharray: "4,3" }),
    Plot.text(breaks, { x, text: "label", frameAnchor: "top", textAnchor: "start", dx: 4 }),
  ];
}

/** At the end of each line, pushed apart where ends are close; `scale` is in pixels by unit of value. */
function endLabels(
  ends: readonly Point[],
  text: (cell: Cell) => string,
  scale: number,
): Plot.Markish {
  const heights = ends.map(({ value }) => (ends[0]!.value - value) * scale);
  const apart = spread(heights, 2 * LINE_HEIGHT + LABEL_GAP);
  return ends.map((end, index) =>
    Plot.text([end], {
      ...LABEL,
      x: "date",
      y: "value",
      text: ({ series: { name }, cell }: Point) => `${name}\n${text(cell)}`,
      textAnchor: "start",
      dx: 9,
      dy: apart[index]! - heights[index]!,
    }),
  );
}

/** Above a chart too narrow for a margin, in the order of the ends. */
function headLabels(ends: readonly Point[], text: (cell: Cell) => string): Plot.Markish {
  return ends.map((end, index) =>
    Plot.text([end], {
      ...LABEL,
      frameAnchor: "top-right",
      text: ({ series: { name }, cell }: Point) => `${name}\u00a0: ${text(cell)} ●`,
      textAnchor: "end",
      dx: 8,
      dy: (index - ends.length) * LINE_HEIGHT - 4,
    }),
  );
}

function rangeOf(points: readonly Point[], zero: boolean): number {
  const values = points.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  if (zero) values.push(0);
  return Math.max(...values) - Math.min(...values);
}

function within(span: readonly string[]): (point: Point) => boolean {
  return ({ month }) => month >= (span[0] ?? "") && month <= (span.at(-1) ?? "");
}

function seriesPoints(series: Series, months: readonly string[]): Point[] {
  return months.map((month, index) => {
    const cell = series.values[index] ?? null;
    return {
      date: monthStart(month),
      month,
      value: typeof cell === "number" ? cell : Number.NaN,
      cell,
      series,
    };
  });
}

function lastPoints(points: readonly Point[]): Point[] {
  const last = new Map<string, Point>();
  for (const point of points) if (!Number.isNaN(point.value)) last.set(point.series.name, point);
  return [...last.values()];
}

const nameOf = ({ series: { name } }: Point): string => name;
const strokeOf = ({ series: { role } }: Point): string => colour(role);
const LINE = { x: "date", y: "value", z: nameOf } as const;
const LABEL = {
  fill: strokeOf,
  stroke: "var(--vigie-background)",
  strokeWidth: 4,
  fontWeight: 600,
} as const;
