import { formatMonth } from "./format/calendar.js";

export interface TimeTick {
  month: string;
  label: string;
}

/** Room a label needs, in pixels, at the size charts are written. */
const YEAR_WIDTH = 44;
const MONTH_WIDTH = 76;
/** Beyond two years and a half, years are enough. */
const LONGEST_SPAN_IN_MONTHS = 30;

/**
 * Where the time axis is marked: years in January on a long span, months on a short one, as many
 * as fit in `width` pixels, always counted back from the last so that it is kept.
 */
export function timeTicks(months: readonly string[], width: number): TimeTick[] {
  const long = months.length > LONGEST_SPAN_IN_MONTHS;
  const candidates = long ? months.filter((month) => month.endsWith("-01")) : months;
  const room = Math.max(2, Math.floor(width / (long ? YEAR_WIDTH : MONTH_WIDTH)));
  const step = Math.ceil(candidates.length / room);
  return candidates
    .filter((_, index) => (candidates.length - 1 - index) % step === 0)
    .map((month) => ({ month, label: long ? month.slice(0, 4) : formatMonth(month) }));
}

/** First day of a `YYYY-MM` month, in universal time. */
export function monthStart(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
