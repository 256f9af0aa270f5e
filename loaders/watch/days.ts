const DAY = 86_400_000;

/** Days from 1970 to an ISO date, as percentiles of dates are written. */
export function days(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}
