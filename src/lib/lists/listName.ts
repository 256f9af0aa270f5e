import { parseBatch } from "../batch.js";
import { formatMonthLong } from "../format/calendar.js";

/**
 * Months of the lists published each quarter: those of the service came out in March, June, September
 * and December, the last one as late as January (domain §4.8). A list of another month is made on demand.
 */
const QUARTERLY: readonly number[] = [3, 6, 9, 12];

/** Name that a list is known by: batch 2610 gives « Octobre 2026 », its sub-batch 2610_01 « Octobre 2026 (01) ». */
export function listName(batch: string): string {
  const { dateFin, parent } = parseBatch(batch);
  const name = formatMonthLong(dateFin.slice(0, 7)).replace("\u00a0", " ");
  const part = parent ? ` (${batch.slice(5)})` : "";
  return name.slice(0, 1).toUpperCase() + name.slice(1) + part;
}

/** Whether the list of a batch is one of those published each quarter. */
export function isQuarterly(batch: string): boolean {
  const { month, parent } = parseBatch(batch);
  return parent === undefined && QUARTERLY.includes(month);
}
