import { cellColumn } from "../../lib/cellColumn.js";
import { formatMonth } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import type { IndicatorId } from "../../lib/indicators.js";
import { indicatorOf } from "../../lib/labels.js";
import { lastTold } from "../../lib/lastTold.js";
import type { BatchTable, Cell } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { type Panel, smallMultiples } from "../smallMultiples.js";

export interface ProceedingsFigure {
  months: readonly string[];
  sector: string;
  /** Series of an indicator, France: of the sector and of all sectors. */
  ofSector: (id: IndicatorId) => readonly Cell[];
  ofAll: (id: IndicatorId) => readonly Cell[];
  batch: BatchTable;
  file: string;
}

/** The kinds of insolvency proceedings, the most protective of the company first. */
const KINDS = [
  { id: "taux_sauvegarde_12m", label: "Sauvegarde" },
  { id: "taux_redressement_12m", label: "Redressement" },
  { id: "taux_liquidation_12m", label: "Liquidation" },
] as const satisfies readonly { id: IndicatorId; label: string }[];

const RATE = { kind: "rate", unit: "%" } as const;

/** Rates of entry by kind of proceedings, one small chart each on the same axes, with all sectors behind. */
export function proceedingsFigure(given: ProceedingsFigure): HTMLElement {
  const { months, sector, ofSector, ofAll, batch, file } = given;
  const panels = KINDS.map(({ id, label }) => ({
    label,
    values: ofSector(id),
    reference: ofAll(id),
  }));
  const { source, caveat } = indicatorOf(KINDS[0].id);
  return figure({
    title: finding(sector, panels),
    subtitle:
      "Entrées des douze derniers mois rapportées aux entreprises suivies, France, en pourcentage ; mêmes échelles partout. En bleu, le secteur ; en orange, tous secteurs.",
    chart: smallMultiples({ months, panels, indicator: RATE }),
    source: { name: source, batch, anchor: KINDS[0].id },
    data: {
      caption: `Taux d’entrée par nature de procédure, ${sector} et tous secteurs, France`,
      columns: [
        {
          label: "Mois",
          value: (index: number) => months[index],
          text: (index: number) => formatMonth(months[index] ?? ""),
        },
        ...panels.flatMap(({ label, values, reference }) => [
          cellColumn<number>(label, (index) => values[index], RATE),
          cellColumn<number>(`${label}, tous secteurs`, (index) => reference[index], RATE),
        ]),
      ],
      rows: months.map((_, index) => index).reverse(),
    },
    file,
    notes: [
      caveat,
      "La nature est celle de la dernière entrée : une conversion n’est pas une entrée de plus.",
    ],
  });
}

/** « Construction, entrées en procédure sur douze mois : 0,2 % (sauvegarde), 1,4 % (redressement)… », in one word when all are hidden or missing. */
function finding(sector: string, panels: readonly Panel[]): string {
  const subject = `${sector}, entrées en procédure sur douze mois`;
  const latest = panels.map(({ values }) => values[lastTold(values)]);
  const told = panels.map(
    ({ label }, index) => `${formatCell(latest[index], RATE)} (${label.toLowerCase()})`,
  );
  if (latest.some((cell) => typeof cell === "number")) return `${subject} : ${told.join(", ")}`;
  return `${subject} : ${formatCell(latest.includes("s") ? "s" : null, RATE)}`;
}
