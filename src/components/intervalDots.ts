import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import { CHART_STYLE, labelMargin, NARROW } from "./chartStyle.js";
import { groupedLayout } from "./groupedLayout.js";

export interface IntervalRow {
  label: string;
  /** Heading above its first row; none when empty. */
  group: string;
  value: number;
  low: number;
  high: number;
}

export interface IntervalDots {
  rows: readonly IntervalRow[];
  /** Of the axis. */
  format: (value: number) => string;
  /** Start of the axis. */
  from: number;
  /** What the rows are read against: a line, named at its top. */
  reference?: { label: string; value: number };
}

const ROW_HEIGHT = 26;
const HEADING = 34;
/** On a narrow screen the interval is under its label. */
const STACKED_HEIGHT = 46;
const STACKED_SHIFT = 20;
const TICKS = 5;
const MARGIN = { top: 28, bottom: 40, right: 24, left: 16 } as const;

interface Line {
  row: IntervalRow;
  y: number;
}

/** Values with their 95 % intervals by group, on a linear axis, and a line for what they are read against. */
export function intervalDots({
  rows,
  format,
  from,
  reference,
}: IntervalDots): (width: number) => SVGElement {
  const high = Math.max(...rows.map((row) => row.high), reference?.value ?? from);
  const margin = MARGIN.left + labelMargin(rows.map(({ label }) => label));
  return (width) => {
    const stacked = width < NARROW + margin / 2;
    const { lines, headings, height } = layout(rows, stacked ? STACKED_HEIGHT : ROW_HEIGHT);
    const marginLeft = stacked ? MARGIN.left : margin;
    const shift = stacked ? STACKED_SHIFT : 0;
    const text = {
      frameAnchor: "left",
      textAnchor: "start",
      dx: MARGIN.left - marginLeft,
      fill: "currentColor",
      stroke: "var(--vigie-background)",
      strokeWidth: 4,
    } as const;
    return Plot.plot({
      width,
      height: height + MARGIN.top + MARGIN.bottom,
      style: CHART_STYLE,
      marginLeft,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: { domain: [from, high], nice: true, label: null },
      y: { domain: [height, 0], axis: null },
      marks: [
        Plot.gridX({ ticks: TICKS }),
        Plot.axisX({ tickFormat: format, ticks: TICKS }),
        reference ? referenceMarks(reference, (from + high) / 2) : null,
        Plot.text(headings, { ...text, y: "y", text: "text", fontWeight: 700 }),
        Plot.text(lines, { ...text, y: "y", text: ({ row }: Line) => row.label }),
        Plot.link(lines, {
          x1: ({ row }: Line) => row.low,
          x2: ({ row }: Line) => row.high,
          y1: "y",
          y2: "y",
          dy: shift,
          stroke: colour("subject"),
          strokeWidth: 2.5,
        }),
        Plot.dot(lines, {
          x: ({ row }: Line) => row.value,
          y: "y",
          dy: shift,
          fill: colour("subject"),
          r: 4.5,
        }),
      ],
    }) as SVGElement;
  };
}

/** The line, its name on the side with more room. */
function referenceMarks(
  { label, value }: { label: string; value: number },
  middle: number,
): Plot.Markish {
  const fill = colour("comparison");
  return [
    Plot.ruleX([value], { stroke: fill, strokeWidth: 1.5, strokeDasharray: "4,3" }),
    Plot.text([label], {
      x: value,
      text: [label],
      frameAnchor: "top",
      textAnchor: value > middle ? "end" : "start",
      dy: -18,
      fill,
      fontWeight: 600,
    }),
  ];
}

/** Where each line and heading stand. */
function layout(rows: readonly IntervalRow[], row: number) {
  const size = { row, heading: HEADING, headingText: HEADING / 2 };
  const { lines, ...rest } = groupedLayout(rows, size);
  const placed = lines.map(({ top, ...line }): Line => ({ ...line, y: top + ROW_HEIGHT / 2 }));
  return { ...rest, lines: placed };
}
