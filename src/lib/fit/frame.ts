import type { Month } from "../month.js";

/** Rows of a features file held by column, ordered by siren and month. */
export interface Frame {
  rows: number;
  siren: string[];
  month: Int32Array;
  /** By name: measures and flags (0 or 1), NaN when empty. */
  measures: Map<string, Float64Array>;
  /** By name: categories, empty string when unknown. */
  categories: Map<string, string[]>;
}

export interface FrameColumns {
  measures: readonly string[];
  categories: readonly string[];
  /** SQL condition on the columns of the file; defaults to every row. */
  where?: string;
}

/** A column of a frame; throws on one that was not read, a mistake of the caller. */
export function measure(frame: Frame, name: string): Float64Array {
  const column = frame.measures.get(name);
  if (!column) throw new Error(`measure not read: ${name}`);
  return column;
}

/** A category of a frame; throws on one that was not read, a mistake of the caller. */
export function category(frame: Frame, name: string): string[] {
  const column = frame.categories.get(name);
  if (!column) throw new Error(`category not read: ${name}`);
  return column;
}

/** First and last month of some rows; undefined when there are none. */
export function monthRange(frame: Frame, rows: Int32Array): [Month, Month] | undefined {
  if (rows.length === 0) return undefined;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    first = Math.min(first, frame.month[row]!);
    last = Math.max(last, frame.month[row]!);
  }
  return [first, last];
}
