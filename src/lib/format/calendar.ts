import { NO_BREAK_SPACE } from "./typography.js";

/** French months and their abbreviations (Lexique des règles typographiques, Imprimerie nationale). */
const MONTHS = [
  { long: "janvier", short: "janv." },
  { long: "février", short: "févr." },
  { long: "mars", short: "mars" },
  { long: "avril", short: "avr." },
  { long: "mai", short: "mai" },
  { long: "juin", short: "juin" },
  { long: "juillet", short: "juill." },
  { long: "août", short: "août" },
  { long: "septembre", short: "sept." },
  { long: "octobre", short: "oct." },
  { long: "novembre", short: "nov." },
  { long: "décembre", short: "déc." },
] as const;

/** Quarter of a year as `2026-T3`. */
const QUARTER = /^(\d{4})-T([1-4])$/;

function monthNames(month: string): { long: string; short: string } | undefined {
  return MONTHS[Number.parseInt(month.slice(5, 7), 10) - 1];
}

/**
 * `2026-10` (or a day of that month) gives « oct. 2026 », the quarter `2026-T3` « T3 2026 »; anything
 * else comes back as it is.
 */
export function formatMonth(month: string): string {
  const names = monthNames(month);
  if (!names) return month.replace(QUARTER, `T$2${NO_BREAK_SPACE}$1`);
  return `${names.short}${NO_BREAK_SPACE}${month.slice(0, 4)}`;
}

/** `2026-10` gives « octobre 2026 », `2026-T1` « 1er trimestre 2026 ». */
export function formatMonthLong(month: string): string {
  const [, year, quarter] = QUARTER.exec(month) ?? [];
  if (quarter) {
    return `${quarter === "1" ? "1er" : `${quarter}e`} trimestre${NO_BREAK_SPACE}${year}`;
  }
  const names = monthNames(month);
  return names ? `${names.long}${NO_BREAK_SPACE}${month.slice(0, 4)}` : month;
}

/** `2026-10-31` gives « 31 octobre 2026 », the first of a month « 1er octobre 2026 ». */
export function formatDate(day: string): string {
  const number = Number.parseInt(day.slice(8, 10), 10);
  if (Number.isNaN(number) || !monthNames(day)) return day;
  return `${number === 1 ? "1er" : number}${NO_BREAK_SPACE}${formatMonthLong(day)}`;
}

/**
 * « d’octobre 2020 à septembre 2026 », « du 4e trimestre 2023 au 3e trimestre 2026 »; « de » is elided
 * before a vowel.
 */
export function formatPeriod(from: string, to: string): string {
  if (QUARTER.test(from)) return `du ${formatMonthLong(from)} au ${formatMonthLong(to)}`;
  const start = formatMonthLong(from);
  return `${/^[aeiouàéô]/.test(start) ? "d’" : "de "}${start} à ${formatMonthLong(to)}`;
}

/** The same month or quarter one year earlier: `2026-10` gives `2025-10`. */
export function yearBefore(month: string): string {
  return `${Number.parseInt(month.slice(0, 4), 10) - 1}${month.slice(4, 7)}`;
}
