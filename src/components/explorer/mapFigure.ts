import { cellColumn } from "../../lib/cellColumn.js";
import { varies } from "../../lib/explorer/pivot.js";
import { rankFinding } from "../../lib/findings.js";
import { formatMonthLong } from "../../lib/format/calendar.js";
import { OUTLINES_CREDIT } from "../../lib/regionOutlines.js";
import { choropleth } from "../choropleth.js";
import { figure } from "../figure.js";
import type { MapArea } from "../map/mapView.js";
import type { IndicatorResult } from "./indicatorResult.js";

const GROUPS = {
  region: ["régions", "publiées"],
  departement: ["départements", "publiés"],
} as const;

/**
 * Map of a rate of all régions, or of all départements, at the last period; `undefined` when the
 * values are not of that kind: the size of an area would be read as the value.
 */
export function mapFigure({
  request,
  cells,
  territories,
  indicator,
  batch,
}: IndicatorResult): HTMLElement | undefined {
  const level = request.territories;
  if (level !== "region" && level !== "departement") return undefined;
  const crossed = varies(cells, "secteur") || varies(cells, "taille");
  if (indicator.kind !== "rate" || crossed) return undefined;
  const last = cells
    .map(({ periode }) => periode)
    .sort()
    .at(-1)!;
  const values = new Map(
    cells
      .filter(({ periode }) => periode === last)
      .map(({ territoire, value }) => [territoire, value]),
  );
  const areas = territories
    .filter((one) => one.level === level)
    .map((one): MapArea => ({ ...one, value: values.get(one.code) ?? null }));
  const departements = territories.filter((one) => one.level === "departement");
  const period = formatMonthLong(last);
  const named = areas.map(({ name, value }) => ({ label: name, value }));
  return figure<MapArea>({
    title: rankFinding(indicator, named, GROUPS[level]),
    subtitle: `${indicator.definition} En pourcentage, ${period}. Classes d’effectifs égaux (quantiles).`,
    ...choropleth({
      areas,
      departements: level === "departement" ? areas : departements,
      indicator,
    }),
    source: { name: indicator.source, batch, anchor: indicator.id, credit: OUTLINES_CREDIT },
    data: {
      caption: `${indicator.label}, ${period}`,
      columns: [
        { label: "Territoire", value: ({ name }) => name },
        cellColumn(period, ({ value }) => value, indicator),
      ],
      rows: areas,
    },
    file: `explorer-${indicator.id}-carte`,
    notes: [indicator.caveat],
  });
}
