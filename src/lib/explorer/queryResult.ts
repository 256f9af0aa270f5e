/** What a query gives, as it is shown and exported. */
export interface QueryResult {
  columns: readonly string[];
  rows: readonly Readonly<Record<string, unknown>>[];
  /** True when there were more rows than asked. */
  cut: boolean;
  /** From the question to the rows, milliseconds. */
  milliseconds: number;
}
