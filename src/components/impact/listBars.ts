import * as Plot from "npm:@observablehq/plot";
import { colour } from "../../lib/colours.js";
import { formatNumber } from "../../lib/format/number.js";
import type { PublishedList } from "../../lib/impact/impactTable.js";
import { monthStart, timeTicks } from "../../lib/timeTicks.js";
import { CHART_STYLE, NARROW } from "../chartStyle.js";

const HEIGHT = 280;

/** Levels in the order of the bars, from the ground. */
const PARTS = [
  { key: "fort", label: "▲ risque fort", fill: "fort" },
  { key: "modere", label: "◆ risque modéré", fill: "modere" },
] as const;

/** One bar per list, at its month, cut by level; a line for the first alerts. */
export function listBars(lists: readonly PublishedList[]): (width: number) => SVGElement {
  const rows = lists.flatMap((list) =>
    PARTS.flatMap(({ key, label }) => {
      const count = list[key];
      return typeof count === "number" ? [{ date: dateOf(list), label, count }] : [];
    }),
  );
  const dated = lists.filter(({ firstAlerts }) => typeof firstAlerts === "number");
  const months = lists.map(({ published }) => published.slice(0, 7));
  return (width) => {
    const ticks = timeTicks(months, width - 80);
    const labels = new Map(ticks.map(({ month, label }) => [+monthStart(month), label]));
    const thick = Math.max(2, ((width - 80) / Math.max(1, lists.length)) * 0.6);
    return Plot.plot({
      width,
      height: HEIGHT,
      style: CHART_STYLE,
      marginLeft: 50,
      marginTop: 58,
      insetLeft: thick,
      insetRight: thick,
      x: {
        type: "utc",
        label: null,
        ticks: ticks.map(({ month }) => monthStart(month)),
        tickFormat: (date: Date) => labels.get(+date) ?? "",
      },
      y: { label: null, grid: true, nice: true, tickFormat: (n: number) => formatNumber(n) },
      color: {
        domain: PARTS.map(({ label }) => label),
        range: PARTS.map(({ fill }) => colour(fill)),
      },
      marks: [
        Plot.ruleX(
          rows,
          Plot.stackY({
            x: "date",
            y: "count",
            stroke: "label",
            strokeWidth: thick,
            order: PARTS.map(({ label }) => label),
          }),
        ),
        Plot.dot(dated, {
          x: dateOf,
          y: "firstAlerts",
          r: 4,
          fill: "var(--vigie-background)",
          stroke: "currentColor",
          strokeWidth: 1.5,
        }),
        Plot.ruleY([0]),
        ...legend(width < NARROW),
      ],
    }) as SVGElement;
  };
}

const dateOf = ({ published }: PublishedList): Date => monthStart(published.slice(0, 7));

/** Words on the colours, above the bars. */
function legend(narrow: boolean): Plot.Markish[] {
  const words = [
    ...PARTS.map(({ label, fill }) => ({ label, fill: colour(fill) })),
    { label: "○ premières alertes", fill: "currentColor" },
  ];
  return words.map(({ label, fill }, index) =>
    Plot.text([label], {
      frameAnchor: "top-left",
      textAnchor: "start",
      dx: narrow ? 0 : index * 130,
      dy: narrow ? index * 15 - 50 : -30,
      fill,
      fontWeight: 600,
      text: () => label,
    }),
  );
}
