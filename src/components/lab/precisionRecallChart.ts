import * as Plot from "npm:@observablehq/plot";
import { colour } from "../../lib/colours.js";
import { formatPercent } from "../../lib/format/number.js";
import type { PrecisionRecallPoint } from "../../lib/metrics/precisionRecallCurve.js";
import { CHART_STYLE } from "../chartStyle.js";

const HEIGHT = 300;

/** Precision against recall; the dashed line is the share of events, what chance would give. */
export function precisionRecallChart(
  points: readonly PrecisionRecallPoint[],
  share: number,
): (width: number) => SVGElement {
  const format = (value: number) => formatPercent(100 * value, 0);
  return (width) =>
    Plot.plot({
      width,
      height: HEIGHT,
      style: CHART_STYLE,
      marginLeft: 48,
      x: { label: null, domain: [0, 1], tickFormat: format },
      y: { label: null, domain: [0, 1], grid: true, tickFormat: format },
      marks: [
        Plot.ruleY([share], { stroke: colour("comparison"), strokeDasharray: "5,3" }),
        Plot.line(points, {
          x: "recall",
          y: "precision",
          stroke: colour("subject"),
          strokeWidth: 2,
        }),
      ],
    }) as SVGElement;
}
