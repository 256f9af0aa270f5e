import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import { formatPercent } from "../lib/format/number.js";
import type { ImportsTable } from "../lib/tables.js";
import { CHART_STYLE, labelMargin, NARROW } from "./chartStyle.js";

type Change = ImportsTable["changes"][number];

/** What became of a row since the previous batch, in the order of the bars; unchanged ones are not drawn. */
export const OUTCOMES = [
  { key: "changed", label: "modifiées", fill: "comparison" },
  { key: "appeared", label: "nouvelles", fill: "subject" },
  { key: "disappeared", label: "disparues", fill: "unfavourable" },
] as const;

const ROW_HEIGHT = 24;
const STACKED_ROW_HEIGHT = 40;
/** Above and below the rows: the words on the colours, the axis. */
const FRAME_HEIGHT = 70;
const LEGEND_STEP = 110;

/** One bar per table, the share of its rows that moved, from the table that moved most. */
export function changeBars(changes: readonly Change[]): (width: number) => SVGElement {
  const sorted = [...changes].sort((a, b) => movedShare(b) - movedShare(a));
  const labels = sorted.map(({ label }) => label);
  const segments = sorted.flatMap(segmentsOf);
  return (width) => {
    const stacked = width < NARROW;
    const inset = stacked ? { insetTop: 18, insetBottom: 4 } : { insetTop: 3, insetBottom: 3 };
    return Plot.plot({
      width,
      height: labels.length * (stacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT) + FRAME_HEIGHT,
      style: CHART_STYLE,
      marginLeft: stacked ? 4 : labelMargin(labels),
      marginRight: 60,
      marginTop: 32,
      x: {
        label: null,
        zero: true,
        nice: true,
        grid: true,
        ticks: stacked ? 3 : 6,
        tickFormat: (share: number) => formatPercent(100 * share, 0),
      },
      y: { label: null, domain: labels, tickSize: 0, axis: stacked ? null : "left" },
      color: {
        domain: OUTCOMES.map(({ label }) => label),
        range: OUTCOMES.map(({ fill }) => colour(fill)),
      },
      marks: [
        Plot.barX(segments, { x1: "from", x2: "to", y: "table", fill: "outcome", ...inset }),
        Plot.text(sorted, {
          x: movedShare,
          y: "label",
          dx: 6,
          dy: stacked ? 7 : 0,
          textAnchor: "start",
          text: (change: Change) => formatPercent(100 * movedShare(change)),
        }),
        stacked
          ? Plot.text(labels, {
              y: (label: string) => label,
              frameAnchor: "left",
              textAnchor: "start",
              dy: -11,
              text: (label: string) => label,
            })
          : null,
        legend(),
      ],
    }) as SVGElement;
  };
}

function rowsOf(change: Change): number {
  return change.kept + change.changed + change.appeared + change.disappeared;
}

function movedShare(change: Change): number {
  const rows = rowsOf(change);
  return rows === 0 ? 0 : (rows - change.kept) / rows;
}

function segmentsOf(change: Change) {
  const rows = rowsOf(change);
  let from = 0;
  return OUTCOMES.map(({ key, label }) => {
    const to = rows === 0 ? 0 : from + change[key] / rows;
    const segment = { table: change.label, outcome: label, from, to };
    from = to;
    return segment;
  });
}

/** Words on the colours, above the bars. */
function legend(): Plot.Markish {
  return OUTCOMES.map(({ label, fill }, index) =>
    Plot.text([label], {
      frameAnchor: "top-left",
      textAnchor: "start",
      dx: index * LEGEND_STEP,
      dy: -24,
      fill: colour(fill),
      fontWeight: 600,
      text: () => `■ ${label}`,
    }),
  );
}
