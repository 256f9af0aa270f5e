import * as Plot from "npm:@observablehq/plot";
import { colour } from "../../lib/colours.js";
import { formatNumber, formatPercent } from "../../lib/format/number.js";
import { CHART_STYLE } from "../chartStyle.js";
import { figure } from "../figure.js";
import { unitOf, VARIABLE_SOURCE, type VariableTold } from "./variableTold.js";

const MIDDLE = 0.5;
const OUTCOMES = { events: "défaillance dans les 18 mois", others: "sans défaillance" } as const;

/** Quantiles of a variable for the companies that failed and for the others. */
export function distributionFigure({ found, variable, batch }: VariableTold): HTMLElement {
  const { quantiles } = found;
  const middle = quantiles.find(({ share }) => share === MIDDLE)!;
  const points = quantiles.flatMap(({ share, events, others }) => [
    { share, value: events, outcome: OUTCOMES.events },
    { share, value: others, outcome: OUTCOMES.others },
  ]);
  const relation =
    middle.events === middle.others
      ? "la même médiane avec et sans défaillance"
      : `une médiane de ${formatNumber(middle.events, 2)} avant une défaillance, ${formatNumber(middle.others, 2)} sinon`;
  return figure({
    title: `${variable.label} : ${relation}`,
    subtitle: `Quantiles selon l’issue${unitOf(variable)}, ${formatNumber(found.rows)} lignes hors signaux forts, dont ${formatNumber(found.events)} suivies d’une défaillance.`,
    chart: (width) =>
      Plot.plot({
        width,
        height: 280,
        style: CHART_STYLE,
        marginLeft: 60,
        x: { label: null, percent: true, tickFormat: (share: number) => formatPercent(share, 0) },
        y: { label: null, grid: true, tickFormat: (value: number) => formatNumber(value, 2) },
        color: {
          domain: [OUTCOMES.events, OUTCOMES.others],
          range: [colour("subject"), colour("context")],
        },
        marks: [
          Plot.lineY(points, { x: "share", y: "value", stroke: "outcome", strokeWidth: 2 }),
          Plot.dot(points, { x: "share", y: "value", fill: "outcome", symbol: "outcome", r: 4 }),
          Plot.text(points.slice(-2), {
            x: "share",
            y: "value",
            text: "outcome",
            textAnchor: "end",
            dy: -12,
            dx: -4,
          }),
        ],
      }) as SVGElement,
    source: { name: VARIABLE_SOURCE, batch },
    data: {
      caption: `Quantiles de ${variable.label}`,
      columns: [
        {
          label: "Quantile",
          value: (row) => row.share,
          text: (row) => formatPercent(100 * row.share, 0),
        },
        {
          label: OUTCOMES.events,
          value: (row) => row.events,
          text: (row) => formatNumber(row.events, 3),
          numeric: true,
        },
        {
          label: OUTCOMES.others,
          value: (row) => row.others,
          text: (row) => formatNumber(row.others, 3),
          numeric: true,
        },
      ],
      rows: quantiles,
    },
    file: `${variable.name}-distribution`,
  });
}
