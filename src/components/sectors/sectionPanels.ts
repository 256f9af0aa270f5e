import { cellColumn } from "../../lib/cellColumn.js";
import { inBaseHundred } from "../../lib/comparison/inBaseHundred.js";
import { formatMonth } from "../../lib/format/calendar.js";
import type { Indicator } from "../../lib/indicators.js";
import { measureOf } from "../../lib/labels.js";
import { risingCount } from "../../lib/sectorRanking.js";
import type { BatchTable, Cell } from "../../lib/tables.js";
import { figure } from "../figure.js";
import { type Panel, smallMultiples } from "../smallMultiples.js";

export interface SectionPanels {
  months: readonly string[];
  panels: readonly Panel[];
  /** All sectors together. */
  total: readonly Cell[];
  indicator: Indicator;
  /** « en Bretagne ». */
  place: string;
  highlight?: string;
  batch: BatchTable;
  file: string;
}

const INDEX = { kind: "count", unit: "indice" } as const;

/** One small chart per section on the same axes: as they are for a rate, as indices for what depends on the size of the section. */
export function sectionPanels(given: SectionPanels): HTMLElement {
  const { months, panels, total, indicator, place, highlight, batch, file } = given;
  const isRate = indicator.kind === "rate";
  const drawn = panels.map((panel) => (isRate ? { ...panel, reference: total } : asIndex(panel)));
  return figure({
    title: finding(given),
    subtitle: `${indicator.definition} ${
      isRate
        ? `${measureOf(indicator)}. En orange, tous secteurs.`
        : "Indice : 100 au premier mois publié de la section."
    } Mêmes échelles partout ; sous le nom, la dernière valeur publiée.`,
    chart: smallMultiples({
      months,
      panels: drawn,
      indicator: isRate ? indicator : INDEX,
      highlight,
    }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${indicator.label} par section et par mois ${place}`,
      columns: [
        {
          label: "Mois",
          value: (index: number) => months[index],
          text: (index: number) => formatMonth(months[index] ?? ""),
        },
        ...panels.map(({ label, values }) =>
          cellColumn<number>(label, (index) => values[index], indicator),
        ),
      ],
      rows: months.map((_, index) => index).reverse(),
    },
    file,
    notes: isRate ? [] : ["Une section sans valeur publiée et positive n’a pas d’indice."],
  });
}

function finding({ panels, indicator, place }: SectionPanels): string {
  const count = risingCount(panels.map(({ values }) => values));
  if (!count) return `${indicator.label} par section ${place}`;
  return `${indicator.label} : en hausse sur un an dans ${count.rising} des ${count.known} sections publiées ${place}`;
}

/** Its reasons to be empty stay: a section that is hidden throughout says so. */
function asIndex({ label, values }: Panel): Panel {
  const [indexed] = inBaseHundred([values])?.series ?? [];
  return { label, values: indexed ?? values.map((cell) => (cell === "s" ? cell : null)) };
}
