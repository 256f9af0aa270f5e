import * as Plot from "npm:@observablehq/plot";
import { type ColourName, colour } from "../lib/colours.js";
import { formatPercent } from "../lib/format/number.js";
import { spread } from "../lib/spread.js";
import type { SurvivalCurve } from "../lib/survivalCurves.js";
import { CHART_STYLE, NARROW } from "./chartStyle.js";

const HEIGHT = 320;
const MARGIN = { top: 16, bottom: 40, left: 56, right: 110, narrow: 76 } as const;
const LINE_HEIGHT = 15;
/** The axis goes down to the ten below the lowest point. */
const STEP = 10;

interface Point {
  year: number;
  month: number;
  percent: number;
  role: ColourName;
}

/** Share not in liquidation after the entry, one line per year of entry, named at its end: the latest year stands out, then the one before. */
export function survivalChart(curves: readonly SurvivalCurve[]): (width: number) => SVGElement {
  const points = curves.flatMap(({ year, points: all }, index) =>
    all.map((point): Point => ({ ...point, year, role: roleOf(curves.length - 1 - index) })),
  );
  const ends = curves.map(({ year }) => points.findLast((point) => point.year === year)!);
  const months = [...new Set(points.map(({ month }) => month))].sort((a, b) => a - b);
  const low = Math.max(
    0,
    STEP * (Math.floor(Math.min(...points.map(({ percent }) => percent)) / STEP) - 1),
  );
  const scale = (HEIGHT - MARGIN.top - MARGIN.bottom) / (100 - low);
  return (width) => {
    const narrow = width < NARROW;
    return Plot.plot({
      width,
      height: HEIGHT,
      style: CHART_STYLE,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      marginLeft: MARGIN.left,
      marginRight: narrow ? MARGIN.narrow : MARGIN.right,
      x: {
        label: null,
        ticks: months,
        tickFormat: (month: number) => (month === 0 ? "entrée" : `${month}\u00a0mois`),
      },
      y: {
        label: null,
        domain: [low, 100],
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => formatPercent(value, 0),
      },
      marks: [
        Plot.line(points, {
          x: "month",
          y: "percent",
          z: "year",
          stroke: ({ role }: Point) => colour(role),
          strokeWidth: 2.2,
        }),
        Plot.dot(points, {
          x: "month",
          y: "percent",
          fill: ({ role }: Point) => colour(role),
          r: 3,
        }),
        months.map((month) => endLabels(ends, month, scale, narrow)),
      ],
    }) as SVGElement;
  };
}

/** Names of the lines that end at a month, pushed apart. */
function endLabels(
  ends: readonly Point[],
  month: number,
  scale: number,
  narrow: boolean,
): Plot.Markish[] {
  const here = ends
    .filter((end) => end.month === month)
    .sort((a, b) => b.percent - a.percent || a.year - b.year);
  const natural = here.map(({ percent }) => (100 - percent) * scale);
  const moved = spread(natural, LINE_HEIGHT);
  return here.map((end, index) =>
    Plot.text([end], {
      x: "month",
      y: "percent",
      text: ({ year, percent }: Point) =>
        narrow ? String(year) : `${year}\u00a0: ${formatPercent(percent)}`,
      textAnchor: "start",
      dx: 8,
      dy: moved[index]! - natural[index]!,
      fill: colour(end.role === "context" ? "aucun" : end.role),
      fontWeight: end.role === "context" ? 400 : 600,
      stroke: "var(--vigie-background)",
      strokeWidth: 4,
    }),
  );
}

/** By how many years before the latest. */
function roleOf(before: number): ColourName {
  if (before === 0) return "subject";
  return before === 1 ? "comparison" : "context";
}
