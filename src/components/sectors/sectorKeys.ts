import { formatMonth } from "../../lib/format/calendar.js";
import { formatCell } from "../../lib/format/cell.js";
import { changeBetween, formatChange, judgement } from "../../lib/format/change.js";
import type { IndicatorId } from "../../lib/indicators.js";
import { indicatorOf } from "../../lib/labels.js";
import { lastTold } from "../../lib/lastTold.js";
import { MONTHS_A_YEAR } from "../../lib/quarter.js";
import { againstAll } from "../../lib/sectorFindings.js";
import type { Cell } from "../../lib/tables.js";
import { type KeyFigure, keyFigures } from "../keyFigure.js";

type SeriesOf = (id: IndicatorId) => readonly Cell[];

/** What a sector is known by: its size, then a rate of each family. */
const KEYS: readonly IndicatorId[] = [
  "effectif",
  "taux_ouverture_12m",
  "part_en_dette",
  "part_activite_partielle",
];

/**
 * Key figures of a sector at the last month published of each, its change over a year, and what all
 * sectors together have when they are given; the month is said where it is not the last.
 */
export function sectorKeys(
  months: readonly string[],
  ofSector: SeriesOf,
  ofAll?: SeriesOf,
): HTMLElement {
  return keyFigures(KEYS.map((id) => keyOf(id, months, ofSector(id), ofAll?.(id))));
}

function keyOf(
  id: IndicatorId,
  months: readonly string[],
  values: readonly Cell[],
  all: readonly Cell[] | undefined,
): KeyFigure {
  const indicator = indicatorOf(id);
  const at = lastTold(values);
  const value = values[at];
  const change = changeBetween(value, values[at - MONTHS_A_YEAR], indicator.kind);
  const against = all ? `${againstAll(indicator, value, all[at])} ; ` : "";
  const late = at === months.length - 1 ? "" : `, ${formatMonth(months[at] ?? "")}`;
  return {
    label: `${indicator.label}${late}`,
    value: formatCell(value, indicator),
    comparison: `${against}${formatChange(change)}`,
    judgement: judgement(change, indicator.rise),
    anchor: id,
  };
}
