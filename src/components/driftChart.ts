import * as Plot from "npm:@observablehq/plot";
import type { ChartedDrift } from "../lib/chartedDrift.js";
import { colour } from "../lib/colours.js";
import { DRIFT_LIMITS } from "../lib/drift.js";
import { formatMonth } from "../lib/format/calendar.js";
import { formatNumber } from "../lib/format/number.js";
import { monthStart, timeTicks } from "../lib/timeTicks.js";
import { CHART_STYLE, FONT_SIZE, NARROW } from "./chartStyle.js";

interface Point {
  panel: string;
  date: Date;
  month: string;
  /** `NaN` leaves a gap in the line. */
  psi: number;
  inModel: boolean;
}

/** Height of a panel, its label included. */
const PANEL = 132;
/** Share of a panel kept for its label. */
const PADDING = 0.27;
const MARGIN = { top: 12, bottom: 28, left: 44, right: 12 } as const;
/** Holds the words of the limits. */
const WORDS_MARGIN = 92;
/** Plot measures text as if it were not bold. */
const BOLD = 0.85;
/** Above the highest point. */
const HEADROOM = 1.3;
/** What is below is all the same: nothing has moved. */
const FLOOR = 0.01;

const LIMITS = [
  { limit: DRIFT_LIMITS.watch, words: "à surveiller" },
  { limit: DRIFT_LIMITS.alert, words: "alerte" },
] as const;

/**
 * Stability index month by month, a panel a variable, on one log axis: the score first, then what
 * the model reads, in grey what it does not. Months in alert are dotted, the training is shaded.
 */
export function driftChart(drift: ChartedDrift): (width: number) => SVGElement {
  const { months, series, reference } = drift;
  const points = series.flatMap((one) => panelPoints(one, months));
  const panels = series.map(panelName);
  const top = HEADROOM * Math.max(1, ...points.map(({ psi }) => psi || 0));
  const position = { x: "date", y: "psi", fy: "panel" } as const;
  return (width) => {
    const narrow = width < NARROW;
    const ticks = timeTicks(months, width - MARGIN.left - WORDS_MARGIN);
    const labels = new Map(ticks.map(({ month, label }) => [+monthStart(month), label]));
    return Plot.plot({
      width,
      height: panels.length * PANEL + MARGIN.top + MARGIN.bottom,
      style: CHART_STYLE,
      marginLeft: MARGIN.left,
      marginRight: narrow ? MARGIN.right : WORDS_MARGIN,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      fy: { domain: panels, padding: PADDING, axis: null },
      x: { type: "utc", label: null },
      y: { type: "log", domain: [FLOOR, top], clamp: true, label: null },
      marks: [
        Plot.rect([reference], {
          x1: ({ from }) => monthStart(from),
          x2: ({ to }) => monthStart(to),
          fill: "currentColor",
          fillOpacity: 0.06,
        }),
        Plot.axisX(
          ticks.map(({ month }) => monthStart(month)),
          { anchor: "bottom", tickFormat: (date: Date) => labels.get(+date) ?? "" },
        ),
        Plot.axisY(
          [FLOOR, ...LIMITS.map(({ limit }) => limit), 1, 10].filter((tick) => tick <= top),
          // Not as a tick format: a log scale would leave most of them out.
          { text: (value: number) => formatNumber(value, decimalsOf(value)), tickSize: 3 },
        ),
        Plot.ruleY([FLOOR], { stroke: "currentColor", strokeOpacity: 0.6 }),
        limitMarks(narrow ? panels.slice(0, 1) : panels, narrow),
        panelTitles(panels, width),
        trainingLabel(panels[0] ?? "", reference.from),
        Plot.line(points, { ...position, z: "panel", stroke: strokeOf, strokeWidth: 1.8 }),
        Plot.dot(
          points.filter(({ psi }) => psi >= DRIFT_LIMITS.alert),
          { ...position, fill: colour("unfavourable"), r: 2.4 },
        ),
        Plot.tip(points, Plot.pointerX({ ...position, title: tipOf })),
      ],
    }) as SVGElement;
  };
}

/** Both limits in every panel, named where there is room. */
function limitMarks(named: readonly string[], narrow: boolean): Plot.Markish {
  const labels = named.flatMap((panel) => LIMITS.map((limit) => ({ ...limit, panel })));
  return [
    Plot.ruleY(LIMITS, { y: "limit", stroke: "currentColor", strokeDasharray: "4,3" }),
    Plot.text(labels, {
      ...HALO,
      y: "limit",
      fy: "panel",
      text: "words",
      frameAnchor: "right",
      textAnchor: narrow ? "end" : "start",
      lineAnchor: "bottom",
      dx: narrow ? -2 : 6,
      dy: 2,
    }),
  ];
}

function panelTitles(panels: readonly string[], width: number): Plot.Markish {
  return Plot.text(panels, {
    fy: (panel: string) => panel,
    text: (panel: string) => panel,
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dx: -MARGIN.left + 4,
    dy: -5,
    fill: "currentColor",
    fontWeight: 700,
    // In ems; what a narrow screen cuts must not be the name of a variable.
    lineWidth: (BOLD * (width - 2 * MARGIN.right)) / FONT_SIZE,
  });
}

function trainingLabel(panel: string, from: string): Plot.Markish {
  return Plot.text([panel], {
    ...HALO,
    fy: (name: string) => name,
    x: () => monthStart(from),
    frameAnchor: "top",
    textAnchor: "start",
    lineAnchor: "top",
    dx: 4,
    dy: 4,
    text: () => "apprentissage",
  });
}

function panelPoints(one: ChartedDrift["series"][number], months: readonly string[]): Point[] {
  return months.map((month, index) => ({
    panel: panelName(one),
    date: monthStart(month),
    month,
    psi: one.psi[index] ?? Number.NaN,
    inModel: one.inModel,
  }));
}

function panelName({ label, inModel }: ChartedDrift["series"][number]): string {
  return inModel ? label : `${label} (hors du modèle)`;
}

function decimalsOf(value: number): number {
  if (value >= 1) return 0;
  return value === DRIFT_LIMITS.watch ? 1 : 2;
}

const strokeOf = ({ inModel }: Point): string => colour(inModel ? "subject" : "context");
const tipOf = ({ month, psi }: Point): string =>
  `${formatMonth(month)}\u00a0: ${Number.isNaN(psi) ? "sans donnée" : formatNumber(psi, 2)}`;
const HALO = { fill: "currentColor", stroke: "var(--vigie-background)", strokeWidth: 4 } as const;
