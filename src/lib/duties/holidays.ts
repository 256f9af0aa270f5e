import { addDays } from "./day.js";

/**
 * Easter Sunday of a Gregorian year, `YYYY-MM-DD`: the anonymous algorithm of Meeus (« Astronomical
 * Algorithms », ch. 8), Jones and Butcher. Its letters are theirs.
 */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

/** Fixed public holidays (Code du travail, art. L3133-1). */
const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday (same article). */
const AFTER_EASTER = [1, 39, 50];

/** The eleven public holidays of metropolitan France in a year, in order. */
export function holidays(year: number): string[] {
  const sunday = easter(year);
  return [
    ...FIXED.map((day) => `${year}-${day}`),
    ...AFTER_EASTER.map((days) => addDays(sunday, days)),
  ].sort();
}
