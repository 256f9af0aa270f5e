import { formatMonth } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import { changeBetween, formatChange, judgement } from "../../lib/format/change.js";
import type { IndicatorId } from "../../lib/indicators.js";
import { indicatorOf } from "../../lib/labels.js";
import { lastTold } from "../../lib/lastTold.js";
import { periodsAYear } from "../../lib/quarter.js";
import type { Cell } from "../../lib/tables.js";
import type { Totals } from "../../lib/totals.js";
import { type KeyFigure, keyFigures } from "../keyFigure.js";

/** The rates a territory is known by. */
const KEY_RATES: readonly IndicatorId[] = [
  "taux_ouverture_12m",
  "part_en_dette",
  "part_activite_partielle",
];

/**
 * Companies and employees of a territory, then its key rates beside those of France, at the last
 * period that their sources tell of; the period is said where it is not the last one.
 */
export function territoryKeys(mine: Totals, france: Totals): HTMLElement {
  return keyFigures([companies(mine), ...KEY_RATES.map((id) => rate(id, mine, france))]);
}

function companies({ indicators, periods }: Totals): KeyFigure {
  const at = (id: IndicatorId): Cell => indicators[id]?.[periods.length - 1] ?? null;
  const employees = formatCell(at("effectif"), indicatorOf("effectif"));
  return {
    label: "Entreprises suivies",
    value: formatCell(at("entreprises"), indicatorOf("entreprises")),
    comparison:
      typeof at("effectif") === "number" ? `${employees} salariés` : `effectif : ${employees}`,
    anchor: "entreprises",
  };
}

function rate(id: IndicatorId, mine: Totals, france: Totals): KeyFigure {
  const indicator = indicatorOf(id);
  const [values, national] = [mine.indicators[id] ?? [], france.indicators[id] ?? []];
  const index = lastTold(values, national);
  const isLast = index === mine.periods.length - 1;
  const before = values[index - periodsAYear(mine.periods[0] ?? "")];
  const change = changeBetween(values[index], before, indicator.kind);
  return {
    label: `${indicator.label}${isLast ? "" : `, ${formatMonth(mine.periods[index] ?? "")}`}`,
    value: formatCell(values[index], indicator),
    comparison: `France : ${formatCell(national[index], indicator)} ; ${formatChange(change)}`,
    judgement: judgement(change, indicator.rise),
    anchor: id,
  };
}
