import { CUT_AXIS_NOTE, startsAtZero } from "../../lib/axis.js";
import { cellColumn } from "../../lib/cellColumn.js";
import type { Column } from "../../lib/csv.js";
import { comparisonFinding, trendFinding } from "../../lib/findings.js";
import { formatMonth, formatPeriod } from "../../lib/format/calendar.js";
import type { Indicator } from "../../lib/indicators.js";
import { measureOf } from "../../lib/labels.js";
import { lastTold } from "../../lib/lastTold.js";
import { inPlace } from "../../lib/places.js";
import { publishedSpan } from "../../lib/publishedSpan.js";
import { periodsAYear } from "../../lib/quarter.js";
import { ADJUSTMENT_NOTE } from "../../lib/seasonal/method.js";
import type { BatchTable, Cell } from "../../lib/tables.js";
import type { Totals } from "../../lib/totals.js";
import { figure } from "../figure.js";
import { type Series, trendChart } from "../trendChart.js";

export interface TerritoryTrend {
  indicator: Indicator;
  mine: Totals;
  /** What the territory lies in, the nearest first; only drawn for rates. */
  references: readonly Totals[];
  batch: BatchTable;
}

/** One indicator of a territory through time, next to that of France and of its région; corrected for the season where that says something. */
export function territoryTrend({
  indicator,
  mine,
  references,
  batch,
}: TerritoryTrend): HTMLElement {
  const { territory, periods } = mine;
  const series = seriesOf(indicator, mine, references);
  const values = mine.indicators[indicator.id] ?? [];
  const drawn = series.map(({ values }) => values);
  const span = publishedSpan(periods, series);
  const corrected = series.length > 1 && adjustedOf(indicator, mine) !== undefined;
  const period = span.length > 0 ? `, ${formatPeriod(span[0]!, span.at(-1)!)}` : "";
  return figure({
    ...findingOf(indicator, mine, references),
    subtitle: `${subtitleOf(indicator, mine)} ${measureOf(indicator)}, tous secteurs${period}.${corrected ? " Trait gris : série brute." : ""}`,
    chart: trendChart({ months: periods, indicator, series }),
    source: { name: indicator.source, batch, anchor: indicator.id },
    data: {
      caption: `${indicator.label} : ${series.map(({ name }) => name).join(", ")}`,
      columns: [
        {
          label: "Période",
          value: ({ period }: TrendRow) => period,
          text: ({ period }: TrendRow) => formatMonth(period),
        },
        ...series.map(
          ({ name }, index): Column<TrendRow> =>
            cellColumn(name, ({ cells }) => cells[index] ?? null, indicator),
        ),
      ],
      rows: periods
        .map((period, index) => ({ period, cells: drawn.map((cells) => cells[index] ?? null) }))
        .toReversed(),
    },
    file: `${indicator.id}-${territory.slug}`,
    notes: [
      indicator.caveat,
      ...(corrected ? [ADJUSTMENT_NOTE] : []),
      ...(values.includes("s")
        ? ["Les périodes sous secret statistique sont des trous dans la ligne."]
        : []),
      ...(startsAtZero(drawn.flat()) ? [] : [CUT_AXIS_NOTE]),
    ],
  });
}

interface TrendRow {
  period: string;
  cells: readonly Cell[];
}

function adjustedOf({ id }: Indicator, { adjusted }: Totals): readonly Cell[] | undefined {
  const values = adjusted[id];
  return values?.some((value) => value !== null) ? values : undefined;
}

/** From the back to the front. */
function seriesOf(indicator: Indicator, mine: Totals, references: readonly Totals[]): Series[] {
  const { name } = mine.territory;
  const values = mine.indicators[indicator.id] ?? [];
  const adjusted = adjustedOf(indicator, mine);
  const compared = indicator.kind === "rate" ? references : [];
  const behind = compared.map(
    ({ territory, indicators }, index): Series => ({
      name: territory.name,
      values: indicators[indicator.id] ?? [],
      ...(index === 0 ? { role: "comparison" } : { role: "context", named: true }),
    }),
  );
  if (!adjusted) return [...behind, { name, values, role: "subject" }];
  return [
    ...behind,
    { name: `${name}, brut`, values, role: "context" },
    { name: `${name}, corrigé`, values: adjusted, role: "subject" },
  ];
}

/** The comparison for a rate, the change for the rest, at the last period that the source tells of. */
function findingOf(
  indicator: Indicator,
  { territory, indicators, periods }: Totals,
  references: readonly Totals[],
): { title: string } {
  const values = indicators[indicator.id] ?? [];
  const national = references.at(-1)?.indicators[indicator.id] ?? [];
  if (indicator.kind === "rate") {
    const last = lastTold(values, national);
    return { title: comparisonFinding(indicator, territory, values[last], national[last]) };
  }
  const until = values.slice(0, lastTold(values) + 1);
  return {
    title: trendFinding(indicator, until, inPlace(territory), periodsAYear(periods[0] ?? "")),
  };
}

function subtitleOf(indicator: Indicator, { territory, indicators, periods }: Totals): string {
  if (indicator.kind !== "rate") return indicator.definition;
  const values = indicators[indicator.id] ?? [];
  const until = values.slice(0, lastTold(values) + 1);
  const change = trendFinding(indicator, until, inPlace(territory), periodsAYear(periods[0] ?? ""));
  return `${change}. ${indicator.definition}`;
}
