/** Lines that stand before those of the reader. */
export const LINES_BEFORE = 1;

/**
 * A query of which at most `limit` rows come back. Being read as a table, it can be nothing else
 * than one `SELECT` (or `FROM`, `DESCRIBE`, `PIVOT`…): a statement that changes a table is refused.
 */
export function boundedSql(sql: string, limit: number): string {
  return `SELECT * FROM (\n${sql.replace(/[;\s]+$/, "")}\n) LIMIT ${limit}`;
}
