/**
 * SQL of a column `months` rows earlier in the window `serie` (one row a month and company, without
 * holes, so that rows are months). Zero months is the column itself.
 */
export function lag(column: string, months: number): string {
  return months === 0 ? column : `lag(${column}, ${months}) OVER serie`;
}

/** Columns `<column>_past_<n>`. */
export function lags(column: string, months: readonly number[]): string {
  return months.map((n) => `${lag(column, n)} AS ${column}_past_${n}`).join(",\n  ");
}

/**
 * SQL of the mean over twelve months, the current one included, empty as soon as one month is. The
 * twelve terms are written out: a window's `avg` would skip the empty months, and add doubles in an
 * order that depends on the other companies.
 */
export function mean12(column: string): string {
  return `(${Array.from({ length: 12 }, (_, n) => lag(column, n)).join(" + ")}) / 12`;
}

/** The window the functions above read. */
export const SERIE = "WINDOW serie AS (PARTITION BY siren ORDER BY periode)";
