import { formatMonth } from "../../lib/format/calendar.js";
import { INDICATORS, type Indicator } from "../../lib/indicators.js";
import { lastTold } from "../../lib/lastTold.js";
import { periodsAYear } from "../../lib/quarter.js";
import type { BatchTable } from "../../lib/tables.js";
import type { Totals } from "../../lib/totals.js";
import { breakdown } from "./breakdown.js";

/** The parts that add up to an indicator, in one territory; null when it has none. */
export function partsFigure(
  indicator: Indicator,
  { indicators, periods, territory }: Totals,
  batch: BatchTable,
): HTMLElement | null {
  const parts = INDICATORS.filter(({ partOf }) => partOf === indicator.id);
  if (parts.length === 0) return null;
  const series = parts.map(({ id }) => indicators[id] ?? []);
  const last = lastTold(indicators[indicator.id] ?? []);
  const before = last - periodsAYear(periods[0] ?? "");
  const period = periods[last] ?? "";
  return breakdown({
    indicator,
    period,
    rows: parts.map(({ label }, index) => ({
      label: shortLabel(label),
      value: series[index]?.[last] ?? null,
      yearBefore: series[index]?.[before] ?? null,
    })),
    reference: { label: indicator.label, value: indicators[indicator.id]?.[last] ?? null },
    group: ["parts", "publiées", "Part"],
    cut: "ce qui compose le total",
    caption: `${indicator.label}, ${territory.name} : ce qui le compose`,
    file: `${indicator.id}-${territory.slug}-parts`,
    batch,
    notes: [`Parts au ${formatMonth(period)}, tous secteurs.`],
  });
}

/** « Activité partielle autorisée : conjoncture économique » without what all parts share. */
function shortLabel(label: string): string {
  const [, part] = label.split(/ : /);
  return part ? part.charAt(0).toUpperCase() + part.slice(1) : label;
}
