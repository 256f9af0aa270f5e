/** A table as one batch has it. */
export interface TableProfile {
  table: string;
  rows: number;
  /** Rows that the percentiles were drawn from: all of them, or a fixed sample of a large table. */
  sampled: number;
  /** In the order of the table. */
  columns: ColumnProfile[];
}

export interface ColumnProfile {
  column: string;
  /** In DuckDB. */
  type: string;
  /** Rows without value. */
  nulls: number;
  /** Of texts: exact where `values` are listed, else within 2 % or so (HyperLogLog); null for others. */
  distinct: number | null;
  /** Of numbers and dates, as text; null for others, and without value. */
  min: string | null;
  max: string | null;
  /** Exact decimal, for amounts only. */
  sum: string | null;
  /** Rows worth zero, for numbers only. */
  zeros: number | null;
  /** 101 values from the smallest to the largest: numbers, or days since 1970; null for the others. */
  percentiles: number[] | null;
  /** Rows per value, by value, for texts of few values and booleans. */
  values: { value: string; rows: number }[] | null;
}

/** What a profile describes. */
export interface ProfiledTable {
  name: string;
  /** Parquet. */
  file: string;
}

/** Share of empty cells of a column. */
export function nullShare({ rows }: Pick<TableProfile, "rows">, { nulls }: ColumnProfile): number {
  return rows === 0 ? 0 : nulls / rows;
}

/** Share of zeros among the values of a column of numbers, undefined for others and for no value. */
export function zeroShare(
  { rows }: Pick<TableProfile, "rows">,
  { nulls, zeros }: ColumnProfile,
): number | undefined {
  return zeros === null || rows === nulls ? undefined : zeros / (rows - nulls);
}
