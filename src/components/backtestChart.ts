import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import type { Origin } from "../lib/evaluation.js";
import { CHANCE_AREA } from "../lib/evaluationFindings.js";
import { formatMonth } from "../lib/format/calendar.js";
import { formatNumber } from "../lib/format/number.js";
import { CHART_STYLE } from "./chartStyle.js";

const HEIGHT = 280;
const LARGEST = 640;
/** Room between the lowest value and the frame. */
const BELOW = 0.05;

/** Area under the ROC curve by origin in time, with its 95 % interval, against that of chance. */
export function backtestChart(origins: readonly Origin[]): (width: number) => SVGElement {
  const rows = origins.flatMap(({ month, auc: { value, low, high } }) =>
    value === null ? [] : [{ month, value, low: low ?? value, high: high ?? value }],
  );
  const lowest = Math.min(CHANCE_AREA, ...rows.map(({ low }) => low)) - BELOW;
  const x = "month";
  return (width) =>
    Plot.plot({
      width: Math.min(width, LARGEST),
      height: HEIGHT,
      style: CHART_STYLE,
      marginLeft: 46,
      marginTop: 26,
      x: {
        type: "point",
        domain: rows.map(({ month }) => month),
        padding: 0.6,
        label: null,
        tickFormat: formatMonth,
      },
      y: {
        domain: [lowest, 1],
        label: "Aire sous la courbe ROC",
        labelArrow: "none",
        ticks: 5,
        tickFormat: (value: number) => formatNumber(value, 1),
        grid: true,
      },
      marks: [
        Plot.ruleY([CHANCE_AREA], { stroke: "currentColor", strokeDasharray: "4,3" }),
        Plot.text(["hasard"], {
          ...HALO,
          y: CHANCE_AREA,
          text: (word: string) => word,
          frameAnchor: "left",
          textAnchor: "start",
          dx: 6,
          dy: -9,
        }),
        Plot.ruleX(rows, {
          x,
          y1: "low",
          y2: "high",
          stroke: colour("subject"),
          strokeWidth: 2.5,
        }),
        Plot.dot(rows, { x, y: "value", fill: colour("subject"), r: 5 }),
        Plot.text(rows, {
          ...HALO,
          x,
          y: "value",
          text: ({ value }) => formatNumber(value, 2),
          textAnchor: "start",
          dx: 10,
          fontWeight: 600,
        }),
      ],
    }) as SVGElement;
}

const HALO = { fill: "currentColor", stroke: "var(--vigie-background)", strokeWidth: 4 } as const;
