import * as Plot from "npm:@observablehq/plot";
import { colour } from "../lib/colours.js";
import { SECRET, UNAVAILABLE } from "../lib/format/cell.js";
import { formatPercent } from "../lib/format/number.js";
import { LEVELS, type Level } from "../lib/levels.js";
import type { Cell } from "../lib/tables.js";
import { CHART_STYLE, labelMargin, NARROW } from "./chartStyle.js";

/** Shares in percent of the companies of a group. */
export interface LevelRow {
  label: string;
  fort: Cell;
  modere: Cell;
}

type Alert = Exclude<Level, "aucun">;
const ALERTS: readonly { level: Alert; symbol: "triangle" | "diamond"; sign: string }[] = [
  { level: "fort", symbol: "triangle", sign: "▲" },
  { level: "modere", symbol: "diamond", sign: "◆" },
];
const ROW_HEIGHT = 25;
/** On a narrow screen a row has two lines: its label, then its marks. */
const STACKED = { height: 38, shift: 8 } as const;
const TOP = 40;
const HALO = { stroke: "var(--vigie-background)", strokeWidth: 4, fill: "currentColor" } as const;

/** Share of companies at each alert level, told by shape, colour and word; most high risks first, hidden groups last. */
export function levelDots(rows: readonly LevelRow[]): (width: number) => SVGElement {
  const sorted = [...rows].sort((a, b) => rank(b) - rank(a) || (a.label < b.label ? -1 : 1));
  const known = sorted.filter(({ fort }) => typeof fort === "number");
  const unknown = sorted.filter(({ fort }) => typeof fort !== "number");
  const labels = sorted.map(({ label }) => label);
  return (width) => {
    const stacked = width < NARROW;
    const dy = stacked ? STACKED.shift : 0;
    return Plot.plot({
      width,
      height: sorted.length * (stacked ? STACKED.height : ROW_HEIGHT) + TOP + 28,
      style: CHART_STYLE,
      marginLeft: stacked ? 10 : labelMargin(labels),
      marginRight: 20,
      marginTop: TOP,
      marginBottom: 28,
      x: {
        label: null,
        zero: true,
        nice: true,
        grid: true,
        ticks: stacked ? 4 : 6,
        tickFormat: (value: number) => formatPercent(value, Number.isInteger(value) ? 0 : 1),
      },
      y: { label: null, domain: labels, tickSize: 0, axis: stacked ? null : "left" },
      marks: [
        ALERTS.map(({ level, symbol, sign }, index) => [
          Plot.dot(known, { x: level, y: "label", symbol, r: 5, fill: colour(level), dy }),
          Plot.text([level], {
            text: () => `${sign} ${LEVELS[level].label}`,
            frameAnchor: "top-left",
            dy: -TOP + 8,
            dx: index * 110,
            fill: colour(level),
            fontWeight: 600,
          }),
        ]),
        stacked
          ? Plot.text(sorted, { ...HALO, ...START, y: "label", dy: -dy, text: "label" })
          : null,
        Plot.text(unknown, { ...HALO, ...START, y: "label", dx: stacked ? 0 : 8, dy, text: why }),
      ],
    }) as SVGElement;
  };
}

const START = { frameAnchor: "left", textAnchor: "start" } as const;

const rank = ({ fort }: LevelRow): number =>
  typeof fort === "number" ? fort : Number.NEGATIVE_INFINITY;

const why = ({ fort }: LevelRow): string => (fort === "s" ? SECRET : UNAVAILABLE);
