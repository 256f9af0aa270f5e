import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import { formatNumber } from "../lib/format/number.js";
import { CHART_STYLE, FONT_SIZE, labelMargin, NARROW } from "./chartStyle.js";
import { groupedLayout } from "./groupedLayout.js";

export interface ForestRow {
  label: string;
  group: string;
  estimate: number;
  low: number;
  high: number;
}

/** Heights in pixels; on a narrow screen the interval is under its label. */
const WIDE = { row: 26, label: 13, mark: 13 } as const;
const STACKED = { row: 48, label: 16, mark: 37 } as const;
const HEADING = 34;
const MARGIN = { top: 34, bottom: 26, right: 16, stacked: 10 } as const;
/** Odds ratios worth a mark on a log axis; those outside the data are left out. */
const TICKS = [0.05, 0.1, 0.2, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 50];

interface Line {
  row: ForestRow;
  label: number;
  mark: number;
}

/**
 * Odds ratios with their 95 % intervals on a log axis, by group. A full dot says that the whole
 * interval is on one side of 1, and its colour on which side; a hollow one that it holds 1.
 */
export function forest(rows: readonly ForestRow[]): (width: number) => SVGElement {
  const low = Math.min(1, ...rows.map((row) => row.low));
  const high = Math.max(1, ...rows.map((row) => row.high));
  const ticks = TICKS.filter((tick) => tick >= low && tick <= high);
  const margin = labelMargin(rows.map(({ label }) => label));
  return (width) => {
    const stacked = width < NARROW + margin / 2;
    const { lines, headings, height } = layout(rows, stacked ? STACKED : WIDE);
    const marginLeft = stacked ? MARGIN.stacked : margin;
    return Plot.plot({
      width,
      height: height + MARGIN.top + MARGIN.bottom,
      style: CHART_STYLE,
      marginLeft,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: { type: "log", domain: [low / 1.1, high * 1.1], label: null },
      y: { domain: [height, 0], axis: null },
      marks: [
        Plot.gridX(ticks),
        // Not as a tick format: a log scale would leave most of them out.
        Plot.axisX(ticks, { text: formatRatio }),
        Plot.ruleX([1], { stroke: "currentColor", strokeWidth: 1.5 }),
        sideLabel("← risque plus faible", "left"),
        sideLabel("risque plus élevé →", "right"),
        Plot.text(headings, { ...leftText(marginLeft), y: "y", text: "text", fontWeight: 700 }),
        Plot.text(lines, {
          ...leftText(marginLeft),
          y: "label",
          text: ({ row }: Line) => row.label,
          // Two lines at most: what a narrow screen cuts must not be the name of a sign.
          lineWidth: stacked ? (width - 2 * MARGIN.stacked) / FONT_SIZE : Number.POSITIVE_INFINITY,
        }),
        intervals(lines),
      ],
    }) as SVGElement;
  };
}

const formatRatio = (value: number): string => formatNumber(value, value % 1 ? 1 : 0);

/** What each side of the axis means, at the corners of the frame. */
function sideLabel(text: string, side: "left" | "right"): Plot.Markish {
  const textAnchor = side === "left" ? "start" : "end";
  return Plot.text([text], { frameAnchor: `top-${side}`, dy: -22, textAnchor, text: [text] });
}

/** From the edge of the drawing, above the grid. */
function leftText(marginLeft: number) {
  return {
    frameAnchor: "left",
    textAnchor: "start",
    dx: -marginLeft + MARGIN.stacked,
    fill: "currentColor",
    stroke: "var(--vigie-background)",
    strokeWidth: 4,
  } as const;
}

function intervals(lines: readonly Line[]): Plot.Markish {
  return [
    Plot.link(lines, {
      x1: ({ row }: Line) => row.low,
      x2: ({ row }: Line) => row.high,
      y1: "mark",
      y2: "mark",
      stroke: shade,
      strokeWidth: 2.5,
    }),
    Plot.dot(lines, {
      x: ({ row }: Line) => row.estimate,
      y: "mark",
      stroke: shade,
      fill: (line: Line) => (isOneSided(line) ? shade(line) : "var(--vigie-background)"),
      r: 4.5,
      strokeWidth: 2,
    }),
  ];
}

function isOneSided({ row: { low, high } }: Line): boolean {
  return low > 1 || high < 1;
}

function shade(line: Line): string {
  if (!isOneSided(line)) return colour("context");
  return colour(line.row.low > 1 ? "comparison" : "subject");
}

/** Where each line and heading stand. */
function layout(
  rows: readonly ForestRow[],
  { row, label, mark }: { row: number; label: number; mark: number },
) {
  const size = { row, heading: HEADING, headingText: HEADING - 14 };
  const { lines, ...rest } = groupedLayout(rows, size);
  const placed = lines.map(
    ({ top, ...line }): Line => ({ ...line, label: top + label, mark: top + mark }),
  );
  return { ...rest, lines: placed };
}
