/**
 * SQL of the line of a row, rows being numbered from 0 without the blank lines, which follow all the
 * others in order. `blanks` are in increasing order; a search in halves, for every row asks for it.
 */
export function lineNumberSql(row: string, rows: number, blanks: readonly number[]): string {
  if (blanks.length === 0) return `${row} + 1`;
  return `CASE WHEN ${row} >= ${rows} THEN [${blanks.join(", ")}][${row} - ${rows} + 1]
    ELSE ${row} + 1 + ${shiftSql(row, blanks, 0, blanks.length)} END`;
}

/** Blank lines above a row: the k-th, counted from 0, is above the rows from its line − k − 1 on. */
function shiftSql(row: string, blanks: readonly number[], least: number, most: number): string {
  if (least === most) return String(least);
  const middle = (least + most) >> 1;
  return `CASE WHEN ${row} < ${blanks[middle]! - middle - 1} THEN ${shiftSql(row, blanks, least, middle)}
    ELSE ${shiftSql(row, blanks, middle + 1, most)} END`;
}
