import { type Side, sideBySide } from "../../lib/comparison/sideBySide.js";
import { formatMonth } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import { changeBetween } from "../../lib/format/change.js";
import { INDICATORS, type Indicator } from "../../lib/indicators.js";
import { lastTold } from "../../lib/lastTold.js";
import type { Cell } from "../../lib/tables.js";
import { dataTable } from "../dataTable.js";
import { siteLink } from "../siteLink.js";

interface Row {
  indicator: Indicator;
  period: string;
  cells: readonly [Cell, Cell];
}

/** Every indicator of two things, each at the last period where both are published. */
export function comparisonTable(sides: readonly [Side, Side], within: string): HTMLElement {
  const [a, b] = sides;
  const rows = INDICATORS.flatMap((indicator) => rowOf(a, b, indicator));
  const column = (side: 0 | 1) => ({
    label: sides[side].name,
    value: ({ cells }: Row) => cells[side],
    text: ({ cells, indicator }: Row) => formatCell(cells[side], indicator),
    numeric: true,
  });
  return dataTable<Row>({
    caption: `Tous les indicateurs, ${within} : ${a.name} et ${b.name}`,
    columns: [
      {
        label: "Indicateur",
        value: ({ indicator }) => indicator.label,
        href: ({ indicator }) => siteLink(`donnees#${indicator.id}`),
      },
      column(0),
      column(1),
      { label: "Écart", value: () => null, text: gap },
      {
        label: "Période",
        value: ({ period }) => period,
        text: ({ period }) => formatMonth(period),
      },
    ],
    rows,
    pageSize: 8,
  });
}

function rowOf(a: Side, b: Side, indicator: Indicator): Row[] {
  if (!a.indicators[indicator.id]?.length && !b.indicators[indicator.id]?.length) return [];
  const { periods, values } = sideBySide(a, b, indicator);
  const last = lastTold(...values);
  return [
    {
      indicator,
      period: periods[last] ?? "",
      cells: [values[0][last] ?? null, values[1][last] ?? null],
    },
  ];
}

/** In points; two counts mostly differ by the size of what is counted. */
function gap({ indicator: { kind }, cells }: Row): string {
  if (kind !== "rate") return "";
  const change = changeBetween(cells[0], cells[1], kind);
  if (!change) return "";
  if (change.direction === "stable") return "aucun";
  return `${change.direction === "up" ? "+" : "−"}${change.size}`;
}
