import { formatMonth } from "./format/calendar.js";
import { lastMonthOf, periodsAYear } from "./quarter.js";

export interface TimeTick {
  month: string;
  label: string;
}

/** Room a label needs, in pixels, at the size charts are written. */
const YEAR_WIDTH = 44;
const MONTH_WIDTH = 76;
/** Beyond two years and a half, years are enough. */
const LONGEST_SPAN_IN_YEARS = 2.5;
/** How the first period of a year ends. */
const FIRST_OF_YEAR = /-(01|T1)$/;

/**
 * Where the time axis is marked: years at their start on a long span, periods on a short one, as many
 * as fit in `width` pixels, always counted back from the last so that it is kept.
 */
export function timeTicks(months: readonly string[], width: number): TimeTick[] {
  const long = months.length > LONGEST_SPAN_IN_YEARS * periodsAYear(months[0] ?? "");
  const candidates = long ? months.filter((month) => FIRST_OF_YEAR.test(month)) : months;
  const room = Math.max(2, Math.floor(width / (long ? YEAR_WIDTH : MONTH_WIDTH)));
  const step = Math.ceil(candidates.length / room);
  return candidates
    .filter((_, index) => (candidates.length - 1 - index) % step === 0)
    .map((month) => ({ month, label: long ? month.slice(0, 4) : formatMonth(month) }));
}

/** First day of a `YYYY-MM` month, or of the last month of a `YYYY-T3` quarter, in universal time. */
export function monthStart(month: string): Date {
  return new Date(`${lastMonthOf(month)}-01T00:00:00Z`);
}
