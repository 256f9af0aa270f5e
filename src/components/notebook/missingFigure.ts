import * as Plot from "npm:@observablehq/plot";
import { formatMonth } from "../../lib/format/calendar.js";
import { formatPercent } from "../../lib/format/number.js";
import type { MissingByMonth } from "../../lib/notebook/missing.js";
import type { BatchTable } from "../../lib/tables.js";
import { CHART_STYLE, fittedLabel, labelMargin } from "../chartStyle.js";
import { figure } from "../figure.js";

const ROW = 20;
/** Share of the width that labels may take. */
const MOST_LABEL = 0.45;

/** What misses of each variable month by month: a line a variable, darker where more is empty. */
export function missingFigure({
  missing: { months, variables },
  batch,
}: {
  missing: MissingByMonth;
  batch: BatchTable;
}): HTMLElement {
  const cells = variables.flatMap(({ label, shares }) =>
    shares.map((share, at) => ({ label, share, month: months[at]! })),
  );
  const labels = variables.map(({ label }) => label);
  const worst = [...variables].sort((a, b) => b.shares.at(-1)! - a.shares.at(-1)!)[0];
  const last = months.at(-1)!;
  const title = worst
    ? `${worst.label} : ${formatPercent(100 * worst.shares.at(-1)!)} de valeurs vides en ${formatMonth(last)}, le plus des variables du modèle`
    : "Le modèle ne lit aucune variable";
  return figure({
    title,
    subtitle: `Part des lignes sans valeur, par mois, de ${formatMonth(months[0]!)} à ${formatMonth(last)}.`,
    chart: (width) => {
      return Plot.plot({
        width,
        height: variables.length * ROW + 60,
        style: CHART_STYLE,
        marginLeft: Math.min(labelMargin(labels), width * MOST_LABEL),
        marginRight: 16,
        x: { label: null, domain: months, tickSize: 0, padding: 0, axis: null },
        y: { label: null, domain: labels, axis: null },
        color: { type: "linear", domain: [0, 1], scheme: "blues" },
        marks: [
          Plot.cell(cells, { x: "month", y: "label", fill: "share", insetTop: 1 }),
          Plot.axisX(
            months.filter((month) => month.endsWith("-01")),
            { anchor: "bottom", tickFormat: (month: string) => month.slice(0, 4), tickSize: 3 },
          ),
          Plot.axisY({
            tickSize: 0,
            tickFormat: (label: string) => fittedLabel(label, "", width * MOST_LABEL),
          }),
        ],
      }) as SVGElement;
    },
    source: { name: "variables du lot", batch },
    data: {
      caption: "Part des valeurs vides au dernier mois",
      columns: [
        { label: "Variable", value: (row) => row.label },
        {
          label: `Vides en ${formatMonth(last)}`,
          value: (row) => row.shares.at(-1),
          text: (row) => formatPercent(100 * row.shares.at(-1)!, 1),
          numeric: true,
        },
      ],
      rows: [...variables].sort((a, b) => b.shares.at(-1)! - a.shares.at(-1)!),
    },
    file: "valeurs-vides",
  });
}
