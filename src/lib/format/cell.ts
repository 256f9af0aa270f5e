import type { Indicator } from "../indicators.js";
import type { Cell } from "../tables.js";
import { formatEuros, formatNumber, formatPercent } from "./number.js";

/** What a cell without a number says. */
export const SECRET = "secret statistique";
export const UNAVAILABLE = "non disponible";

/** A number in the unit of its indicator: « 12,3 % », « 4,6 M€ », « 1 234 ». */
export function formatValue(
  value: number,
  { kind, unit }: Pick<Indicator, "kind" | "unit">,
): string {
  if (kind === "rate") return formatPercent(value);
  if (unit === "€") return formatEuros(value);
  return formatNumber(value);
}

/** A published cell; a hidden or a missing one says so in words. */
export function formatCell(
  cell: Cell | undefined,
  indicator: Pick<Indicator, "kind" | "unit">,
): string {
  if (cell === "s") return SECRET;
  if (cell === null || cell === undefined) return UNAVAILABLE;
  return formatValue(cell, indicator);
}
