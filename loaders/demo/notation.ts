import { type Day, type Month, monthOfYear, quarterOf, yearOf } from "./calendar.js";

/** How each partner writes dates, periods and amounts; rules in `loaders/sources/layouts.ts`. */

const two = (n: number): string => String(n).padStart(2, "0");

/** SIRENE, DGEFP: `2026-09-01`. */
export const isoDate = ({ month, day }: Day): string =>
  `${yearOf(month)}-${two(monthOfYear(month))}-${two(day)}`;

/** URSSAF `(A)AAMMJJ`, years counted from 1900: `1260901` is 1 September 2026, `990401` is 1999. */
export const urssafDate = ({ month, day }: Day): string =>
  `${yearOf(month) - 1900}${two(monthOfYear(month))}${two(day)}`;

/** Payment plans: `01/09/2026`. */
export const slashDate = ({ month, day }: Day): string =>
  `${two(day)}/${two(monthOfYear(month))}/${yearOf(month)}`;

const SAS_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

/** Proceedings, format DATE9. of SAS: `26MAY2014`. */
export const sasDate = ({ month, day }: Day): string =>
  `${two(day)}${SAS_MONTHS[monthOfYear(month) - 1]}${yearOf(month)}`;

const FRENCH_MONTHS = "JAN FEV MAR AVR MAI JUN JUL AOU SEP OCT NOV DEC".split(" ");

/** Central bank, in some of its lines: `30AVR2015`. */
export const frenchDate = ({ month, day }: Day): string =>
  `${two(day)}${FRENCH_MONTHS[monthOfYear(month) - 1]}${yearOf(month)}`;

/** Balance sheets: `20251231`. */
export const compactDate = (date: Day): string => isoDate(date).replaceAll("-", "");

/** URSSAF accounts pay each month, each quarter or once a year. */
export type Cadence = 1 | 3 | 12;

/**
 * URSSAF period `YYYYQM` ending with month `last`: `202633` is September 2026, `202630` the third
 * quarter, `202662` the year.
 */
export function urssafPeriod(last: Month, cadence: Cadence = 1): string {
  if (cadence === 12) return `${yearOf(last)}62`;
  const monthOfQuarter = cadence === 3 ? 0 : (last % 3) + 1;
  return `${yearOf(last)}${quarterOf(last)}${monthOfQuarter}`;
}

/** Short-time work files come out of pandas: `559.0`, `42078.52`. */
export function float(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

export const quoted = (text: string): string => `"${text}"`;
