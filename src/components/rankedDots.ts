import * as Plot from "npm:@observablehq/plot";
import { FLAT_AXIS, formatTick } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import { formatCell } from "../lib/format/cell.js";
import type { Indicator } from "../lib/indicators.js";
import type { Cell } from "../lib/tables.js";
import { CHART_STYLE, fittedLabel, labelMargin, NARROW } from "./chartStyle.js";

export interface RankedRow {
  label: string;
  value: Cell;
  yearBefore: Cell;
  /** Bounds of the value where chance alone moves it: a band behind its dot. */
  interval?: readonly [low: number, high: number] | null;
}

export interface RankedDots {
  rows: readonly RankedRow[];
  indicator: Pick<Indicator, "kind" | "unit">;
  reference?: { label: string; value: Cell };
  /** Label of the row the page is about. */
  highlight?: string;
  /** True where the order of the rows says something by itself. */
  inOrder?: boolean;
}

const ROW_HEIGHT = 25;
/** On a narrow screen a row has two lines: its label, then its dots over the whole width. */
const STACKED_ROW_HEIGHT = 38;
const STACKED_SHIFT = 16;
/** On a narrow screen; the right one holds half of the last tick. */
const STACKED_MARGIN = { left: 10, right: 18 } as const;
const VALUE_MARGIN = 62;
const isKnown = (cell: Cell): cell is number => typeof cell === "number";
const HALO = { stroke: "var(--vigie-background)", strokeWidth: 4, fill: "currentColor" } as const;

/** From the highest to the lowest unless they are in order: a full dot now, a hollow one a year before, a line for the reference; hidden rows last, in words. */
export function rankedDots({
  rows,
  indicator,
  reference,
  highlight,
  inOrder = false,
}: RankedDots): (width: number) => SVGElement {
  const sorted = inOrder ? rows : rankRows(rows);
  const known = sorted.filter(({ value }) => isKnown(value));
  const dated = known.filter(({ yearBefore }) => isKnown(yearBefore));
  const bounded = known.filter(({ interval }) => interval);
  const highest = Math.max(...known.map(({ value }) => value as number), 0);
  const labels = sorted.map(({ label }) => label);
  const drawn = known.flatMap(({ value, yearBefore, interval }) => [
    value,
    yearBefore,
    ...(interval ?? []),
  ]);
  const flat = [...drawn, reference?.value ?? null].filter(isKnown).every((cell) => cell === 0);
  const fill = ({ label }: RankedRow) =>
    colour(!highlight || label === highlight ? "subject" : "context");
  const text = ({ value }: RankedRow) => formatCell(value, indicator);
  return (width) => {
    const stacked = width < NARROW;
    const shift = stacked ? STACKED_SHIFT / 2 : 0;
    const row = { y: "label", dy: shift } as const;
    return Plot.plot({
      width,
      height: sorted.length * (stacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT) + 62,
      style: CHART_STYLE,
      marginLeft: stacked ? STACKED_MARGIN.left : labelMargin(labels),
      marginRight: stacked ? STACKED_MARGIN.right : VALUE_MARGIN,
      marginTop: 34,
      marginBottom: 28,
      x: {
        label: null,
        zero: true,
        nice: true,
        grid: true,
        ticks: stacked ? 4 : 6,
        ...(flat ? FLAT_AXIS : {}),
        tickFormat: (value: number) => formatTick(value, indicator),
      },
      y: { label: null, domain: labels, tickSize: 0, axis: stacked ? null : "left" },
      marks: [
        referenceMarks(reference, indicator, highest),
        Plot.link(bounded, {
          ...row,
          x1: ({ interval }: RankedRow) => interval?.[0],
          x2: ({ interval }: RankedRow) => interval?.[1],
          stroke: fill,
          strokeWidth: 9,
          strokeOpacity: 0.22,
        }),
        Plot.link(dated, { ...row, x1: "yearBefore", x2: "value", stroke: fill, strokeWidth: 1.5 }),
        Plot.dot(dated, {
          ...row,
          x: "yearBefore",
          stroke: fill,
          fill: "var(--vigie-background)",
          r: 3.5,
          strokeWidth: 1.5,
        }),
        Plot.dot(known, { ...row, x: "value", fill, r: 5 }),
        stacked
          ? stackedLabels(sorted, text, width - STACKED_MARGIN.left - STACKED_MARGIN.right)
          : valueLabels(sorted, text),
      ],
    }) as SVGElement;
  };
}

function referenceMarks(
  reference: RankedDots["reference"],
  indicator: RankedDots["indicator"],
  highest: number,
): Plot.Markish {
  if (!reference || !isKnown(reference.value)) return null;
  const { label, value } = reference;
  const stroke = colour("comparison");
  return [
    Plot.ruleX([value], { stroke, strokeWidth: 2, strokeDasharray: "5,3" }),
    Plot.text([value], {
      x: value,
      frameAnchor: "top",
      dy: -16,
      textAnchor: value > highest / 2 ? "end" : "start",
      fill: stroke,
      fontWeight: 600,
      text: () => `${label}\u00a0: ${formatCell(value, indicator)}`,
    }),
  ];
}

/** Values in the right margin; a hidden one is told in words, from the axis. */
function valueLabels(rows: readonly RankedRow[], text: (row: RankedRow) => string): Plot.Markish {
  const start = { ...HALO, y: "label", textAnchor: "start", text, dx: 8 } as const;
  return [
    Plot.text(
      rows.filter(({ value }) => isKnown(value)),
      { ...start, frameAnchor: "right" },
    ),
    Plot.text(
      rows.filter(({ value }) => !isKnown(value)),
      {
        ...start,
        frameAnchor: "left",
        fontStyle: "italic",
      },
    ),
  ];
}

function stackedLabels(
  rows: readonly RankedRow[],
  text: (row: RankedRow) => string,
  width: number,
): Plot.Markish {
  return Plot.text(rows, {
    ...HALO,
    y: "label",
    frameAnchor: "left",
    textAnchor: "start",
    dy: -STACKED_SHIFT / 2,
    text: (row: RankedRow) => fittedLabel(row.label, `\u00a0: ${text(row)}`, width),
  });
}

/** Published rows by decreasing value, then the others; equal ones in alphabetical order of their label. */
function rankRows(rows: readonly RankedRow[]): RankedRow[] {
  const rank = ({ value }: RankedRow) => (isKnown(value) ? value : Number.NEGATIVE_INFINITY);
  return [...rows].sort((a, b) => {
    const [rankA, rankB] = [rank(a), rank(b)];
    if (rankA !== rankB) return rankB > rankA ? 1 : -1;
    return a.label < b.label ? -1 : 1;
  });
}
