import * as Plot from "npm:@observablehq/plot";
import { formatTick } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import type { Evaluation } from "../lib/model.js";
import { CHART_STYLE } from "./chartStyle.js";

export interface RocCurve {
  name: string;
  role: "subject" | "comparison";
  roc: Evaluation["roc"];
}

const LARGEST = 440;
const PERCENT = { kind: "rate", unit: "%" } as const;
const LABEL_LINE = 18;

/** Share of failing companies found against the share of healthy ones called for nothing; the diagonal is chance. */
export function rocChart(curves: readonly RocCurve[]): (width: number) => SVGElement {
  const points = curves.flatMap(({ name, role, roc }) =>
    roc.map((point) => ({
      name,
      role,
      x: 100 * point.falsePositiveRate,
      y: 100 * point.truePositiveRate,
    })),
  );
  return (width) => {
    const size = Math.min(width, LARGEST);
    const format = (value: number) => formatTick(value, PERCENT);
    return Plot.plot({
      width: size,
      height: size,
      style: CHART_STYLE,
      marginLeft: 56,
      marginBottom: 44,
      marginTop: 26,
      x: {
        domain: [0, 100],
        ticks: 5,
        tickFormat: format,
        grid: true,
        label: "Entreprises saines appelées à tort",
        labelAnchor: "center",
        labelArrow: "none",
      },
      y: {
        domain: [0, 100],
        ticks: 5,
        tickFormat: format,
        grid: true,
        label: "Défaillances repérées",
        labelArrow: "none",
      },
      marks: [
        Plot.link([{}], {
          x1: 0,
          y1: 0,
          x2: 100,
          y2: 100,
          stroke: colour("context"),
          strokeDasharray: "4,3",
        }),
        Plot.text([{ x: 62, y: 52 }], {
          x: "x",
          y: "y",
          text: () => "hasard",
          dy: 14,
          fill: "currentColor",
        }),
        Plot.line(points, {
          x: "x",
          y: "y",
          z: "name",
          stroke: ({ role }) => colour(role),
          strokeWidth: 2.4,
          curve: "step-after",
        }),
        curves.map(curveLabel),
      ],
    }) as SVGElement;
  };
}

/** Names stand in the corner that no curve better than chance enters, one above the other. */
function curveLabel({ name, role }: RocCurve, index: number): Plot.Markish {
  return Plot.text([name], {
    frameAnchor: "bottom-right",
    textAnchor: "end",
    text: [name],
    fill: colour(role),
    stroke: "var(--vigie-background)",
    strokeWidth: 4,
    fontWeight: 600,
    dx: -8,
    dy: -12 - index * LABEL_LINE,
  });
}
