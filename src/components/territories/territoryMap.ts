import { cellColumn, changeColumn } from "../../lib/cellColumn.js";
import { rankFinding } from "../../lib/findings.js";
import { formatMonth, formatMonthLong, yearBefore } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import type { Indicator } from "../../lib/indicators.js";
import { OUTLINES_CREDIT } from "../../lib/regionOutlines.js";
import type { BatchTable, TerritoriesTable, Territory } from "../../lib/tables.js";
import { type TerritoryRow, territoryRows } from "../../lib/territoryRows.js";
import { choropleth } from "../choropleth.js";
import { figure } from "../figure.js";
import { pageOf } from "../map/mapView.js";
import { siteLink } from "../siteLink.js";

export interface TerritoryMap {
  table: TerritoriesTable;
  /** The départements, named when a région is enlarged; with their figures on their own map. */
  departements: readonly Territory[];
  indicator: Indicator;
  batch: BatchTable;
  /** What the rows are: « régions », « publiées », « Région ». */
  group: readonly [many: string, published: string, head: string];
}

/** Map of a rate by territory, with its finding, its table and its way of being enlarged. */
export function territoryMap({
  table,
  departements,
  indicator,
  batch,
  group: [many, published, head],
}: TerritoryMap): HTMLElement {
  const { france, rows } = territoryRows(table, indicator.id);
  const named = rows.map((row) => ({ ...row, label: row.name }));
  const values = new Map(rows.map(({ code, value }) => [code, value]));
  const isOfDepartements = rows[0]?.level === "departement";
  const period = formatMonthLong(table.period);
  return figure<TerritoryRow>({
    title: rankFinding(indicator, named, [many, published]),
    subtitle: `${indicator.definition} En pourcentage, ${period}, par ${head.toLowerCase()} du siège. Classes d’effectifs égaux (quantiles) ; France : ${formatCell(france, indicator)}.`,
    ...choropleth({
      areas: rows,
      departements: isOfDepartements
        ? departements.map((one) => ({ ...one, value: values.get(one.code) ?? null }))
        : departements,
      indicator,
    }),
    source: { name: indicator.source, batch, anchor: indicator.id, credit: OUTLINES_CREDIT },
    data: {
      caption: `${indicator.label} par ${head.toLowerCase()}, ${period}`,
      columns: [
        { label: head, value: ({ name }) => name, href: (row) => siteLink(pageOf(row)) },
        cellColumn(formatMonth(table.period), ({ value }) => value, indicator),
        cellColumn(formatMonth(yearBefore(table.period)), (row) => row.yearBefore, indicator),
        changeColumn(indicator),
      ],
      rows,
    },
    file: `${indicator.id}-carte-${many}`,
    notes: [
      "Un clic sur une région l’agrandit ; Échap revient à la France.",
      "L’outre-mer est figuré par des rectangles de même taille.",
    ],
  });
}
