import { html } from "npm:htl";
import {
  type ComparedTerritory,
  compareRegion,
  type RegionComparison,
} from "../lib/comparableRegion.js";
import { comparisonNotes, standardisedFinding } from "../lib/comparisonFindings.js";
import { formatMonthLong } from "../lib/format/calendar.js";
import { formatCell } from "../lib/format/cell.js";
import { formatPercent } from "../lib/format/number.js";
import { nonBreaking } from "../lib/format/typography.js";
import type { IndicatorId } from "../lib/indicators.js";
import { STANDARDISED_RATES } from "../lib/standardisedRates.js";
import { SUBJECTS } from "../lib/subjects.js";
import type { BatchTable, StructuresTable } from "../lib/tables.js";
import type { DataTable } from "./dataTable.js";
import { figure } from "./figure.js";
import { type RankedRow, rankedDots } from "./rankedDots.js";

/** A compared région; the distance is null for the one the page is about. */
type Compared = ComparedTerritory & { distance: number | null };

const NOT_COMPARED = `La comparaison à structure sectorielle égale vaut pour les taux connus à la fois par région et par secteur : ${STANDARDISED_RATES.map(
  ({ id }) => SUBJECTS[id].words,
).join(", ")}.`;
const METHOD_NOTES = {
  direct:
    "Taux de chaque grand secteur (NAF, dix postes) de la région, pondéré par le poids du secteur en France (standardisation directe).",
  indirect:
    "Taux de la région rapporté à celui qu’elle aurait si chacun de ses grands secteurs (NAF, dix postes) avait le taux national, puis multiplié par le taux de la France (standardisation indirecte) : certains taux par secteur sont sous secret statistique.",
} as const;
const ALIKE_NOTE =
  "Les régions montrées sont celles dont les secteurs ressemblent le plus à ceux de la région (indice de dissimilarité de Duncan).";
const BAND_NOTE =
  "Bande : intervalle à 95 % ; plus les entreprises sont peu nombreuses, plus elle est large.";

/**
 * « À structure sectorielle égale »: a région, France and the régions most like it, with the rate
 * standardised (full dot) and as it is (hollow). In words alone where there is nothing to draw.
 * Throws a RangeError on an unknown région.
 */
export function standardisedFigure(
  structures: StructuresTable,
  code: string,
  id: IndicatorId,
  batch: BatchTable,
): HTMLElement {
  const comparison = compareRegion(structures, code, id);
  if (!comparison) return html`<p>${nonBreaking(NOT_COMPARED)}</p>`;
  if (typeof comparison.region.standardised.value !== "number") {
    const sentences = [`${standardisedFinding(comparison)}.`, ...comparisonNotes(comparison)];
    return html`<p>${nonBreaking(sentences.join(" "))}</p>`;
  }
  return comparisonFigure(comparison, batch);
}

function comparisonFigure(comparison: RegionComparison, batch: BatchTable): HTMLElement {
  const { indicator, month, region, alike, france } = comparison;
  const { name, slug } = region.territory;
  const compared: Compared[] = [{ ...region, distance: null }, ...alike];
  return figure({
    title: standardisedFinding(comparison),
    subtitle: `${indicator.definition} En pourcentage, en ${formatMonthLong(month)}. Point plein : à structure sectorielle égale ; point creux : taux observé ; trait : France. ${name} et les ${alike.length} régions aux secteurs les plus proches.`,
    chart: rankedDots({
      rows: compared.map(dotsOf),
      indicator,
      reference: { label: "France", value: france },
      highlight: name,
    }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: dataOf(comparison, compared, formatMonthLong(month)),
    file: `${indicator.id}-structure-egale-${slug}`,
    notes: [
      ...comparisonNotes(comparison),
      METHOD_NOTES[comparison.method],
      ALIKE_NOTE,
      ...(region.standardised.interval ? [BAND_NOTE] : []),
    ],
  });
}

function dotsOf({ territory, raw, standardised }: Compared): RankedRow {
  return {
    label: territory.name,
    value: standardised.value,
    yearBefore: raw,
    interval: standardised.interval,
  };
}

function dataOf(
  { indicator, method, france }: RegionComparison,
  compared: readonly Compared[],
  month: string,
): DataTable<Compared> {
  const cell = (value: Compared["raw"]) => formatCell(value, indicator);
  const detail = (value: (row: Compared) => number | null | undefined) => ({
    value,
    text: (row: Compared) => {
      const number = value(row);
      return typeof number === "number" ? cell(number) : "";
    },
    numeric: true,
  });
  return {
    caption: `${indicator.label}, ${month}, à structure sectorielle égale (France : ${cell(france)})`,
    columns: [
      { label: "Région", value: ({ territory }) => territory.name },
      {
        label: "À structure égale",
        value: ({ standardised }) => standardised.value,
        text: ({ standardised }) => cell(standardised.value),
        numeric: true,
      },
      { label: "Borne basse", ...detail(({ standardised }) => standardised.interval?.[0]) },
      { label: "Borne haute", ...detail(({ standardised }) => standardised.interval?.[1]) },
      { label: "Observé", value: ({ raw }) => raw, text: ({ raw }) => cell(raw), numeric: true },
      {
        label: method === "direct" ? "France, mêmes secteurs" : "France",
        ...detail(({ standardised }) => standardised.reference),
      },
      {
        label: `Part ${method === "direct" ? "de la France" : "de la région"} couverte`,
        value: ({ standardised }) => standardised.covered,
        text: ({ standardised }) => formatPercent(100 * standardised.covered, 0),
        numeric: true,
      },
      {
        label: "Dissimilarité des secteurs",
        value: ({ distance }) => distance,
        text: ({ distance }) => (distance === null ? "" : formatPercent(100 * distance)),
        numeric: true,
      },
    ],
    rows: compared,
  };
}
