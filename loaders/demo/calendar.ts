import { parseBatch } from "../../src/lib/batch.js";
import { VigieError } from "../../src/lib/error.js";

/** A month as one integer: 12 × year + (month − 1), so that months add and subtract. */
export type Month = number;

/** A day as its month and its number in it. */
export interface Day {
  month: Month;
  day: number;
}

/** `month(2026, 9)` is September 2026. */
export const month = (year: number, monthOfYear: number): Month => year * 12 + monthOfYear - 1;

export const yearOf = (m: Month): number => Math.floor(m / 12);

/** 1 for January. */
export const monthOfYear = (m: Month): number => (m % 12) + 1;

/** 1 to 4. */
export const quarterOf = (m: Month): number => Math.floor((m % 12) / 3) + 1;

/** First month of every series of the simulation; proceedings are known since 2006 (§1.3). */
export const EPOCH = month(2006, 1);

/** Months an extract covers: `start` included, `end` (the batch month) excluded. */
export interface Span {
  start: Month;
  end: Month;
}

/**
 * The months covered by a batch `AAMM` or `AAMM_NN`: `months` of them, the last one before the batch
 * month.
 * @throws VigieError `batch-key`, `demo-months`
 */
export function spanOfBatch(batch: string, months: number): Span {
  const { year, month: monthOfYear } = parseBatch(batch);
  const end = month(year, monthOfYear);
  const longest = end - EPOCH;
  if (!Number.isInteger(months) || months < 12 || months > longest) {
    throw new VigieError(
      "demo-months",
      `Le nombre de mois ${months} n’est pas un entier de 12 à ${longest} pour le lot ${batch}`,
      "Les séries de démonstration couvrent au moins un an et commencent au plus tôt en janvier 2006.",
      2,
    );
  }
  return { start: end - months, end };
}

/** `count` days after a day, by the proleptic Gregorian calendar. */
export function addDays({ month: m, day }: Day, count: number): Day {
  const date = new Date(Date.UTC(yearOf(m), monthOfYear(m) - 1, day + count));
  return { month: month(date.getUTCFullYear(), date.getUTCMonth() + 1), day: date.getUTCDate() };
}

/** Last day of a month: 28 to 31. */
export const lastDayOf = (m: Month): number => addDays({ month: m + 1, day: 1 }, -1).day;
