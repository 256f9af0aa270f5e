import * as Plot from "npm:@observablehq/plot";
import { colour } from "../../lib/colours.js";
import { formatNumber, formatPercent } from "../../lib/format/number.js";
import type { Explored } from "../../lib/notebook/explored.js";
import { CHART_STYLE, labelMargin } from "../chartStyle.js";
import { figure } from "../figure.js";
import { unitOf, VARIABLE_SOURCE, type VariableTold } from "./variableTold.js";

const ROW = 34;
/** Holds the value at the end of a bar. */
const VALUE_ROOM = 38;

/** Weight of evidence of the monotone bins of a variable. */
export function evidenceFigure({ found, variable, batch }: VariableTold): HTMLElement {
  const rows = rowsOf(found);
  const [lowest, highest] = [rows[0]!, rows.at(-1)!];
  const title =
    rows.length === 1
      ? `${variable.label} : aucun découpage où le risque soit monotone`
      : `${variable.label} : ${formatPercent(100 * highest.rate)} de défaillances au-dessus de ${formatNumber(found.cuts.at(-1)!, 2)}, ${formatPercent(100 * lowest.rate)} au-dessous de ${formatNumber(found.cuts[0]!, 2)}`;
  return figure({
    title,
    subtitle: `Poids de l’évidence par classe${unitOf(variable)} : à droite, plus de risque que l’ensemble. Classes fusionnées jusqu’à ce que le risque soit monotone.`,
    chart: (width) =>
      Plot.plot({
        width,
        height: rows.length * ROW + 50,
        style: CHART_STYLE,
        marginLeft: Math.min(labelMargin(rows.map(({ label }) => label)), width / 2),
        marginRight: 16,
        x: {
          label: null,
          grid: true,
          insetLeft: VALUE_ROOM,
          insetRight: VALUE_ROOM,
          tickFormat: (value: number) => formatNumber(value, 1),
        },
        y: { label: null, tickSize: 0, domain: rows.map(({ label }) => label) },
        marks: [
          Plot.barX(rows, { x: "woe", y: "label", fill: colour("subject") }),
          Plot.text(rows, {
            x: "woe",
            y: "label",
            text: ({ woe }) => formatNumber(woe, 2),
            textAnchor: "start",
            dx: 6,
            filter: ({ woe }) => woe >= 0,
          }),
          Plot.text(rows, {
            x: "woe",
            y: "label",
            text: ({ woe }) => formatNumber(woe, 2),
            textAnchor: "end",
            dx: -6,
            filter: ({ woe }) => woe < 0,
          }),
          Plot.ruleX([0]),
        ],
      }) as SVGElement,
    source: { name: VARIABLE_SOURCE, batch },
    data: {
      caption: `Classes de ${variable.label}`,
      columns: [
        { label: "Classe", value: (row) => row.label },
        {
          label: "Lignes",
          value: (row) => row.rows,
          text: (row) => formatNumber(row.rows),
          numeric: true,
        },
        {
          label: "Défaillances",
          value: (row) => row.rate,
          text: (row) => formatPercent(100 * row.rate, 2),
          numeric: true,
        },
        {
          label: "Poids de l’évidence",
          value: (row) => row.woe,
          text: (row) => formatNumber(row.woe, 3),
          numeric: true,
        },
        {
          label: "Part de la valeur d’information",
          value: (row) => row.iv,
          text: (row) => formatNumber(row.iv, 4),
          numeric: true,
        },
      ],
      rows,
    },
    file: `${variable.name}-evidence`,
  });
}

/** The bins in words, [a, b); the weight of the only bin is 0 by definition. */
function rowsOf({ cuts, bins }: Explored) {
  return bins.map(({ events, nonEvents, woe, iv }, at) => {
    const [from, to] = [cuts[at - 1], cuts[at]].map((cut) => cut !== undefined && short(cut));
    let label = "toutes les valeurs";
    if (from && to) label = `${from} à ${to}`;
    else if (from) label = `${from} et plus`;
    else if (to) label = `moins de ${to}`;
    return {
      label,
      woe: bins.length === 1 ? 0 : woe,
      iv: bins.length === 1 ? 0 : iv,
      rows: events + nonEvents,
      rate: events / (events + nonEvents),
    };
  });
}

const short = (value: number): string => formatNumber(value, Math.abs(value) < 1 ? 4 : 2);
