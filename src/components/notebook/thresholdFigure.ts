import * as Plot from "npm:@observablehq/plot";
import { colour } from "../../lib/colours.js";
import { formatNumber, formatPercent } from "../../lib/format/number.js";
import { thinned } from "../../lib/metrics/thinned.js";
import type { ThresholdRow } from "../../lib/notebook/thresholdTable.js";
import type { BatchTable } from "../../lib/tables.js";
import { CHART_STYLE } from "../chartStyle.js";
import { figure } from "../figure.js";

/** Points drawn of a curve that has one a distinct score. */
const POINTS = 300;
const LABEL_GAP = 14;

/** Precision and recall at each threshold, with the thresholds that some rule would choose. */
export function thresholdFigure({
  rows,
  marks,
  batch,
}: {
  rows: readonly ThresholdRow[];
  marks: readonly { label: string; threshold: number }[];
  batch: BatchTable;
}): HTMLElement {
  const drawn = thinned([...rows], [], ({ flagged }) => flagged, POINTS);
  const points = drawn.flatMap(({ threshold, precision, recall }) => [
    { threshold, share: precision, measure: "précision" },
    { threshold, share: recall, measure: "rappel" },
  ]);
  const half = rows.find(({ recall }) => recall >= 1 / 2) ?? rows.at(-1)!;
  return figure({
    title: `Voir la moitié des défaillances demande de signaler ${formatPercent((100 * half.flagged) / rows.at(-1)!.flagged)} des entreprises, dont ${formatPercent(100 * half.precision)} défaillent`,
    subtitle: "Précision et rappel selon le seuil de probabilité (échelle logarithmique).",
    chart: (width) =>
      Plot.plot({
        width,
        height: 340,
        style: CHART_STYLE,
        marginTop: 12 + marks.length * LABEL_GAP,
        marginLeft: 48,
        marginRight: 70,
        x: {
          type: "log",
          label: null,
          tickFormat: (value: number) => formatPercent(100 * value, value < 0.01 ? 1 : 0),
          ticks: 5,
        },
        y: {
          label: null,
          domain: [0, 1],
          grid: true,
          tickFormat: (v: number) => formatPercent(100 * v, 0),
        },
        color: {
          domain: ["précision", "rappel"],
          range: [colour("subject"), colour("comparison")],
        },
        marks: [
          Plot.ruleX(marks, { x: "threshold", stroke: "currentColor", strokeDasharray: "3,3" }),
          // A line each: thresholds are close to one another.
          ...marks.map((mark, at) =>
            Plot.text([mark], {
              x: "threshold",
              frameAnchor: "top",
              text: "label",
              textAnchor: "start",
              dx: 3,
              dy: -LABEL_GAP * (marks.length - at),
            }),
          ),
          Plot.lineY(points, { x: "threshold", y: "share", stroke: "measure", strokeWidth: 2 }),
          Plot.text(points.slice(0, 2), {
            x: "threshold",
            y: "share",
            text: "measure",
            fill: "measure",
            textAnchor: "start",
            dx: 6,
            fontWeight: 600,
          }),
        ],
      }) as SVGElement,
    source: { name: "entreprises de l’évaluation, hors signaux forts", batch },
    data: {
      caption: "Précision, rappel et coût par seuil",
      columns: [
        {
          label: "Seuil",
          value: (row) => row.threshold,
          text: (row) => formatPercent(100 * row.threshold, 2),
          numeric: true,
        },
        {
          label: "Signalées",
          value: (row) => row.flagged,
          text: (row) => formatNumber(row.flagged),
          numeric: true,
        },
        {
          label: "Précision",
          value: (row) => row.precision,
          text: (row) => formatPercent(100 * row.precision),
          numeric: true,
        },
        {
          label: "Rappel",
          value: (row) => row.recall,
          text: (row) => formatPercent(100 * row.recall),
          numeric: true,
        },
        {
          label: "F-beta",
          value: (row) => row.fBeta,
          text: (row) => formatNumber(row.fBeta, 3),
          numeric: true,
        },
        {
          label: "Coût, en visites",
          value: (row) => row.cost,
          text: (row) => formatNumber(row.cost),
          numeric: true,
        },
      ],
      rows: drawn,
    },
    file: "seuils",
  });
}
