import * as Plot from "npm:@observablehq/plot";
import { FLAT_AXIS, formatTick, startsAtZero } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import { formatCell } from "../lib/format/cell.js";
import type { Indicator } from "../lib/indicators.js";
import { lastTold } from "../lib/lastTold.js";
import { publishedSpan } from "../lib/publishedSpan.js";
import type { Cell } from "../lib/tables.js";
import { monthStart } from "../lib/timeTicks.js";
import { CHART_STYLE, FONT_SIZE, NARROW } from "./chartStyle.js";

export interface Panel {
  label: string;
  values: readonly Cell[];
  /** Drawn behind. */
  reference?: readonly Cell[];
}

export interface SmallMultiples {
  months: readonly string[];
  panels: readonly Panel[];
  /** Label of the panel that the page is about. */
  highlight?: string;
  indicator: Pick<Indicator, "kind" | "unit">;
}

interface Point {
  date: Date;
  value: number;
  fx: number;
  fy: number;
  label: string;
}

/** In pixels: the narrowest panels on a wide and on a narrow screen, their height, the room of their two lines of text. */
const PANEL = { width: 178, narrow: 138, height: 108, head: 46 } as const;
/** Share of a panel left empty beside it. */
const GAP = 0.08;
const MARGIN_LEFT = 46;
/** An em of bold text is wider than Plot counts, which measures regular text. */
const BOLD_EM = FONT_SIZE * 1.15;

/** One small line chart per panel, all on the same axes so that they compare; a panel without any number says why. */
export function smallMultiples({
  months,
  panels,
  highlight,
  indicator,
}: SmallMultiples): (width: number) => SVGElement {
  const span = publishedSpan(
    months,
    panels.flatMap(({ values, reference = [] }) => [{ values }, { values: reference }]),
  );
  const cells = panels.flatMap(({ values, reference = [] }) => [...values, ...reference]);
  const zero = startsAtZero(cells);
  const flat = cells.every((cell) => typeof cell !== "number" || cell === 0);
  return (width) => {
    const least = width < NARROW ? PANEL.narrow : PANEL.width;
    const columns = Math.max(1, Math.floor((width - MARGIN_LEFT) / least));
    const labelWidth = ((width - MARGIN_LEFT) / columns) * (1 - GAP);
    const rows = Math.ceil(panels.length / columns);
    const placed = panels.map((panel, index) => ({
      ...panel,
      fx: index % columns,
      fy: Math.floor(index / columns),
    }));
    const line = (values: readonly Cell[], place: (typeof placed)[number]): Point[] =>
      months.flatMap((month, index) => {
        if (month < (span[0] ?? "") || month > (span.at(-1) ?? "")) return [];
        const cell = values[index];
        return {
          date: monthStart(month),
          value: typeof cell === "number" ? cell : Number.NaN,
          fx: place.fx,
          fy: place.fy,
          label: place.label,
        };
      });
    const own = placed.flatMap((panel) => line(panel.values, panel));
    const behind = placed.flatMap((panel) => (panel.reference ? line(panel.reference, panel) : []));
    const ends = span.length > 0 ? [span[0]!, span.at(-1)!] : [];
    const stroke = ({ label }: Point) =>
      colour(!highlight || label === highlight ? "subject" : "context");
    const path = { x: "date", y: "value", fx: "fx", fy: "fy", z: "label" } as const;
    const text = { fx: "fx", fy: "fy", frameAnchor: "top-left", dx: 2 } as const;
    return Plot.plot({
      width,
      height: rows * (PANEL.height + PANEL.head) + 24,
      style: CHART_STYLE,
      marginLeft: MARGIN_LEFT,
      marginRight: 8,
      marginTop: PANEL.head,
      marginBottom: 24,
      fx: { axis: null, padding: GAP },
      fy: { axis: null, padding: PANEL.head / (PANEL.height + PANEL.head) },
      x: { type: "utc", label: null, domain: ends.map(monthStart), axis: null },
      y: {
        label: null,
        zero,
        nice: true,
        grid: true,
        ticks: 2,
        tickFormat: (value: number) => formatTick(value, indicator),
        ...(flat ? FLAT_AXIS : {}),
      },
      marks: [
        ends.map((month, index) =>
          Plot.axisX([monthStart(month)], {
            tickFormat: () => month.slice(0, 4),
            textAnchor: index === 0 ? "start" : "end",
            tickSize: 3,
          }),
        ),
        Plot.line(behind, { ...path, stroke: colour("comparison"), strokeWidth: 1 }),
        Plot.line(own, { ...path, stroke, strokeWidth: 2 }),
        Plot.text(placed, {
          ...text,
          text: "label",
          dy: -32,
          fontWeight: 600,
          lineWidth: labelWidth / BOLD_EM,
          textOverflow: "ellipsis",
        }),
        Plot.text(placed, {
          ...text,
          text: ({ values }: Panel) => formatCell(values[lastTold(values)], indicator),
          dy: -17,
        }),
      ],
    }) as SVGElement;
  };
}
