import type { FinancialRatio } from "../ratios.js";
import { TURNOVER_CLASSES } from "../turnoverClasses.js";
import { formatNumber, formatPercent } from "./number.js";
import { isPlural } from "./plural.js";
import { NO_BREAK_SPACE } from "./typography.js";

/** From this size on, in absolute value, a decimal says nothing. */
const WITHOUT_DECIMAL = 100;

/** A financial ratio in its unit: « 12,3 % », « 45 jours », « 2,5 années ». */
export function formatRatio(value: number, { unit }: Pick<FinancialRatio, "unit">): string {
  const decimals = Number.isInteger(value) || Math.abs(value) >= WITHOUT_DECIMAL ? 0 : 1;
  if (unit === "%") return formatPercent(value, decimals);
  const number = formatNumber(value, decimals);
  const singular = unit === "jours" ? "jour" : unit;
  return `${number}${NO_BREAK_SPACE}${isPlural(value) ? `${singular}s` : singular}`;
}

/** Class of turnover of a cohort in words, by its code; null for all of them together. */
export function formatTurnover(code: string | null): string {
  if (code === null) return "Toutes les entreprises";
  return TURNOVER_CLASSES.find((one) => one.code === code)?.label ?? code;
}
