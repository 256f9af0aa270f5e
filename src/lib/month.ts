/** Months counted from January of year 0, so that months subtract. */
export type Month = number;

/** `2026-09` or a day of that month → its number. */
export function monthOf(text: string): Month {
  return Number.parseInt(text.slice(0, 4), 10) * 12 + Number.parseInt(text.slice(5, 7), 10) - 1;
}

/** A month's number → `2026-09`. */
export function monthText(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
