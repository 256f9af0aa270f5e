import { DRIFT_LIMITS } from "../../lib/drift.js";
import { formatMonth } from "../../lib/format/calendar.js";
import { formatNumber } from "../../lib/format/number.js";
import { driftChart } from "../driftChart.js";
import { figure } from "../figure.js";
import { VARIABLE_SOURCE, type VariableTold } from "./variableTold.js";

/** Stability index of one variable month by month, against its first year. */
export function monthlyDriftFigure({ found, variable, batch }: VariableTold): HTMLElement {
  const { drift } = found;
  const months = drift.map(({ month }) => month);
  const alerts = drift.filter(({ verdict }) => verdict === "alerte").length;
  const last = drift.at(-1)!;
  const title =
    last.verdict === "stable"
      ? `${variable.label} : la distribution de ${formatMonth(last.month)} est celle de la première année`
      : `${variable.label} : en ${formatMonth(last.month)}, la distribution s’écarte de la première année (PSI ${formatNumber(last.psi, 2)})`;
  return figure({
    title,
    subtitle: `Indice de stabilité par mois, échelle logarithmique ; à surveiller dès ${formatNumber(DRIFT_LIMITS.watch, 2)}, alerte dès ${formatNumber(DRIFT_LIMITS.alert, 2)}. Mois en alerte : ${formatNumber(alerts)}.`,
    chart: driftChart({
      reference: { from: months[0]!, to: months[Math.min(11, months.length - 1)]! },
      months,
      series: [
        {
          name: variable.name,
          label: variable.label,
          inModel: true,
          psi: drift.map(({ psi }) => psi),
        },
      ],
    }),
    source: { name: VARIABLE_SOURCE, batch },
    data: {
      caption: `Indice de stabilité de ${variable.label}`,
      columns: [
        { label: "Mois", value: (row) => row.month, text: (row) => formatMonth(row.month) },
        {
          label: "PSI",
          value: (row) => row.psi,
          text: (row) => formatNumber(row.psi, 3),
          numeric: true,
        },
        { label: "Verdict", value: (row) => row.verdict.replaceAll("_", " ") },
      ],
      rows: drift,
    },
    file: `${variable.name}-derive`,
  });
}
