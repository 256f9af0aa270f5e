import { addDays, type Day } from "../calendar.js";
import { isoDate, slashDate } from "../notation.js";
import type { Random } from "../random.js";

/** An instant of a working day. */
export interface Moment {
  day: Day;
  /** Seconds since midnight. */
  second: number;
}

const OPENING = 8 * 3600 + 30 * 60;
const CLOSING = 18 * 3600 + 30 * 60;
const DAY_SECONDS = 86_400;

/** The first working day from `day` on: neither Saturday nor Sunday. */
export function workingDay(day: Day): Day {
  const weekday = new Date(`${isoDate(day)}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** An instant of the working day on or after `day`. */
export function officeHour(day: Day, random: Random): Moment {
  return { day: workingDay(day), second: random.integer(OPENING, CLOSING) };
}

/** Some seconds later, the same day. */
export const later = ({ day, second }: Moment, seconds: number): Moment => ({
  day,
  second: Math.min(DAY_SECONDS - 1, second + seconds),
});

/** Whole and parts of days to wait, exponential of the given mean. */
export const delay = (mean: number, random: Random): number =>
  Math.floor(-Math.log(1 - random.uniform()) * mean);

const two = (n: number): string => String(n).padStart(2, "0");

function clock(second: number): string {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(":");
}

/** `2026-03-12 09:41:07`. */
export const isoMoment = ({ day, second }: Moment): string => `${isoDate(day)} ${clock(second)}`;

/** `12/03/2026 09:41`, as the exports of Place des Entreprises. */
export const slashMoment = ({ day, second }: Moment): string =>
  `${slashDate(day)} ${clock(second).slice(0, 5)}`;
