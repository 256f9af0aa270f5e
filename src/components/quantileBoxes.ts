import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import { SECRET } from "../lib/format/cell.js";
import { formatNumber } from "../lib/format/number.js";
import type { RatioQuantiles } from "../lib/tables.js";
import { CHART_STYLE, NARROW } from "./chartStyle.js";

export interface QuantileBoxes {
  /** One ratio of one sector, by year. */
  rows: readonly RatioQuantiles[];
  /** A value with its unit. */
  format: (value: number) => string;
}

interface Box {
  year: string;
  cohort: string;
  low: number;
  lower: number;
  median: number;
  upper: number;
  high: number;
}

const HEIGHT = 300;
/** Behind the median written on its box. */
const HALO = { stroke: "var(--vigie-background)", strokeWidth: 4 } as const;

/** One box a year: the median, the middle half, and the line from the first decile to the ninth; under it, how many accounts. */
export function quantileBoxes({ rows, format }: QuantileBoxes): (width: number) => SVGElement {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  const boxes = sorted.flatMap(boxOf);
  const hidden = sorted.filter(({ quantiles }) => quantiles === null);
  const years = sorted.map(({ year }) => String(year));
  const cohorts = new Map(sorted.map(({ year, cohort }) => [String(year), formatNumber(cohort)]));
  return (width) => {
    const narrow = width < NARROW;
    return Plot.plot({
      width,
      height: HEIGHT,
      style: CHART_STYLE,
      marginLeft: 62,
      marginRight: 14,
      marginBottom: 46,
      x: {
        type: "band",
        label: null,
        domain: years,
        padding: 0.45,
        tickSize: 0,
        tickFormat: (year: string) => `${year}\n${narrow ? "" : (cohorts.get(year) ?? "")}`,
      },
      y: { label: null, grid: true, nice: true, ticks: 5, tickFormat: format },
      marks: [
        Plot.ruleX(boxes, {
          x: "year",
          y1: "low",
          y2: "high",
          stroke: colour("context"),
          strokeWidth: 2,
        }),
        Plot.barY(boxes, {
          x: "year",
          y1: "lower",
          y2: "upper",
          fill: "var(--vigie-sequential-0)",
          stroke: colour("subject"),
        }),
        Plot.tickY(boxes, {
          x: "year",
          y: "median",
          stroke: colour("subject"),
          strokeWidth: 3,
        }),
        Plot.text(boxes, {
          ...HALO,
          x: "year",
          y: "median",
          text: ({ median }: Box) => format(median),
          dy: -9,
          fontWeight: 600,
          fill: colour("subject"),
        }),
        Plot.text(hidden, {
          x: ({ year }: RatioQuantiles) => String(year),
          frameAnchor: "middle",
          text: () => (narrow ? "secret" : SECRET),
          fontStyle: "italic",
        }),
      ],
    }) as SVGElement;
  };
}

function boxOf({ year, cohort, quantiles }: RatioQuantiles): Box[] {
  if (quantiles?.length !== 5) return [];
  const [low, lower, median, upper, high] = quantiles as [number, number, number, number, number];
  return [{ year: String(year), cohort: formatNumber(cohort), low, lower, median, upper, high }];
}
