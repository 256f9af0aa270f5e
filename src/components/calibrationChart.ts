import * as Plot from "npm:@observablehq/plot";
import { formatTick } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import { formatNumber } from "../lib/format/number.js";
import type { Evaluation } from "../lib/model.js";
import { CHART_STYLE, NARROW } from "./chartStyle.js";

type Bin = Evaluation["calibration"]["bins"][number];

const LARGEST = 520;
const PERCENT = { kind: "rate", unit: "%" } as const;

/** Reliability diagram: what the model announced against what happened, by group of companies, with its 95 % interval; the area of a dot is
 * the number of cases. Both axes are square roots, or the low risks, most of them, would be one heap. */
export function calibrationChart(bins: readonly Bin[]): (width: number) => SVGElement {
  const highest =
    100 * Math.max(...bins.flatMap(({ meanPredicted, high }) => [meanPredicted, high]));
  const format = (value: number) => formatTick(value, PERCENT);
  const announced = ({ meanPredicted }: Bin) => 100 * meanPredicted;
  return (width) => {
    const size = Math.min(width, LARGEST);
    return Plot.plot({
      width: size,
      height: size * 0.85,
      style: CHART_STYLE,
      marginLeft: 56,
      marginBottom: 44,
      marginTop: 26,
      marginRight: 24,
      r: { range: [3, 7] },
      x: {
        type: "sqrt",
        domain: [0, highest],
        nice: true,
        ticks: width < NARROW ? 3 : 5,
        tickFormat: format,
        grid: true,
        label: "Risque annoncé par le modèle",
        labelAnchor: "center",
        labelArrow: "none",
      },
      y: {
        type: "sqrt",
        domain: [0, highest],
        nice: true,
        ticks: 5,
        tickFormat: format,
        grid: true,
        label: "Part réellement défaillante",
        labelArrow: "none",
      },
      marks: [
        Plot.link([{}], {
          x1: 0,
          y1: 0,
          x2: highest,
          y2: highest,
          stroke: colour("context"),
          strokeDasharray: "4,3",
        }),
        Plot.ruleX(bins, {
          x: announced,
          y1: ({ low }) => 100 * low,
          y2: ({ high }) => 100 * high,
          stroke: colour("subject"),
          strokeWidth: 1.5,
        }),
        Plot.dot(bins, {
          x: announced,
          y: ({ observed }) => 100 * observed,
          r: "n",
          fill: colour("subject"),
          stroke: "var(--vigie-background)",
        }),
        Plot.tip(
          bins,
          Plot.pointer({
            x: announced,
            y: ({ observed }: Bin) => 100 * observed,
            title: ({ n }: Bin) => `${formatNumber(n)} cas`,
          }),
        ),
      ],
    }) as SVGElement;
  };
}
