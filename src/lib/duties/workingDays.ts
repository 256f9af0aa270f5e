import { addDays, weekday } from "./day.js";
import { holidays } from "./holidays.js";

/** True from Monday to Friday but for public holidays (« jours ouvrés »). */
export function isWorkingDay(day: string): boolean {
  const of = weekday(day);
  return of !== 0 && of !== 6 && !holidays(Number(day.slice(0, 4))).includes(day);
}

/** The last of some working days that follow a day, itself not counted. */
export function addWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
