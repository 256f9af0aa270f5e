import * as Plot from "npm:@observablehq/plot";
import { formatTick } from "../lib/axis.js";
import { colour } from "../lib/colours.js";
import { monthStart, timeTicks } from "../lib/timeTicks.js";
import { CHART_STYLE, NARROW } from "./chartStyle.js";

export interface DebtMonth {
  month: string;
  salariale: number | null;
  patronale: number | null;
  cotisation: number | null;
  delai: number | null;
}

const EURO = { kind: "amount", unit: "€" } as const;
const MONTH_DAYS = 31;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Share of a month that its bar takes. */
const BAR_SHARE = 0.8;
const LEGEND_LINE = 17;

const PARTS = [
  { key: "patronale", text: "■ dette, part patronale", paint: colour("debt") },
  { key: "salariale", text: "■ dette, part salariale", paint: colour("delays") },
] as const;
const LINES = [
  { key: "cotisation", text: "━ cotisation du mois", paint: colour("subject"), dash: "none" },
  { key: "delai", text: "┅ délai de paiement en cours", paint: colour("shortTime"), dash: "5,3" },
] as const;

/**
 * Debt as stacked bars from zero, contributions due as a line, payment plans as a dashed one: the
 * chart of the service’s sheets. Months the source does not know yet are left empty.
 */
export function debtChart(months: readonly DebtMonth[]): (width: number) => SVGElement {
  const bars = months.flatMap((row) =>
    PARTS.map(({ key, paint }) => ({ ...span(row.month), value: row[key] ?? 0, key, paint })),
  );
  return (width) => {
    const ticks = timeTicks(
      months.map(({ month }) => month),
      width - 90,
    );
    const labels = new Map(ticks.map(({ month, label }) => [+monthStart(month), label]));
    const entries = [...PARTS, ...LINES];
    const columns = width < NARROW ? 1 : 2;
    const legendHeight = Math.ceil(entries.length / columns) * LEGEND_LINE;
    return Plot.plot({
      width,
      height: 300 + legendHeight,
      style: CHART_STYLE,
      marginLeft: 62,
      marginRight: 14,
      marginTop: 16 + legendHeight,
      x: {
        type: "utc",
        label: null,
        ticks: ticks.map(({ month }) => monthStart(month)),
        tickFormat: (date: Date) => labels.get(+date) ?? "",
      },
      y: {
        label: null,
        nice: true,
        zero: true,
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => formatTick(value, EURO),
      },
      marks: [
        Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
        Plot.rectY(
          bars,
          Plot.stackY({ x1: "start", x2: "end", y: "value", z: "key", fill: "paint" }),
        ),
        LINES.map(({ key, paint, dash }) =>
          Plot.line(months, {
            x: ({ month }: DebtMonth) => monthStart(month),
            y: (row: DebtMonth) =>
              key === "delai" ? row.delai || Number.NaN : (row[key] ?? Number.NaN),
            stroke: paint,
            strokeWidth: 2,
            strokeDasharray: dash,
          }),
        ),
        entries.map(({ text, paint }, index) =>
          Plot.text([text], {
            frameAnchor: "top-left",
            textAnchor: "start",
            fill: paint,
            fontWeight: 600,
            dx: (index % columns) * 220,
            dy: Math.floor(index / columns) * LEGEND_LINE - legendHeight - 6,
            text: (words: string) => words,
          }),
        ),
      ],
    }) as SVGElement;
  };
}

/** Where the bar of a month starts and ends, centred on the first of the month like the lines. */
function span(month: string): { start: Date; end: Date } {
  const half = (MONTH_DAYS * DAY_MS * BAR_SHARE) / 2;
  const at = +monthStart(month);
  return { start: new Date(at - half), end: new Date(at + half) };
}
