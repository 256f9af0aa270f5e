import { type Month, monthOfYear, yearOf } from "./calendar.js";
import type { Company } from "./company.js";
import { covidShortTime } from "./macro.js";

/** Wages and so dues grow by 2.2 % a year around 2020 (ours, close to the wage bill per head of Dares). */
const WAGE_GROWTH = 1.022;
const WAGE_YEAR = 2020;
/** Year-end bonuses, paid in December by most collective agreements. */
const BONUS = 1.18;
/** Short-time allowances are exempt from dues (art. L5122-4 code du travail). */
const HIGHEST_EXEMPTION = 0.75;

/** Share of the working time of a sector that Covid short-time work takes in a month. */
export const covidShare = (company: Company, m: Month): number =>
  Math.min(HIGHEST_EXEMPTION, covidShortTime(m) * company.sector.covid);

const levels = new Map<number, number>();

/** Wages of a year, 1 in `WAGE_YEAR`; computed once a year, asked for every company-month. */
function wageLevel(year: number): number {
  let level = levels.get(year);
  if (level === undefined) {
    level = WAGE_GROWTH ** (year - WAGE_YEAR);
    levels.set(year, level);
  }
  return level;
}

/** Dues to the Urssaf of one employee for a month, euros. */
export function duesPerHead(company: Company, m: Month): number {
  const wages = wageLevel(yearOf(m));
  const bonus = monthOfYear(m) === 12 ? BONUS : 1;
  return company.sector.dues * wages * bonus * (1 - covidShare(company, m));
}

/** Employees' share of the dues (« part ouvrière »): about a quarter of what the Urssaf collects. */
export const EMPLOYEE_SHARE = 0.26;

/** First month of the period of `cadence` months that ends with month `last`. */
export const firstOfPeriod = (last: Month, cadence: number): Month => last - cadence + 1;

/** True when a period of `cadence` months ends with month `m`. */
export const endsPeriod = (m: Month, cadence: number): boolean => (m + 1) % cadence === 0;
