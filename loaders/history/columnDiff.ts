import { type ColumnProfile, nullShare, type TableProfile } from "../watch/profile.js";

/** One figure before and now, null where it is not known. */
export interface Pair<Value> {
  before: Value | null;
  now: Value | null;
}

/** A column whose content differs between two snapshots. */
export interface ColumnDiff {
  column: string;
  /** In DuckDB. */
  type: string;
  /** Share of empty cells. */
  nulls: Pair<number>;
  /** Exact decimal, for amounts. */
  sum: Pair<string>;
  /** First decile, median, last decile of numbers; days since 1970 for dates. */
  quantiles: Pair<number[]>;
  /** Values of a text of few values whose share moved most, at most {@link VALUES}. */
  values: { value: string; before: number; now: number }[];
}

/** Values shown for a column. */
const VALUES = 5;

/** Percentiles shown: enough to see a level and a spread move. */
const SHOWN = [10, 50, 90];

/** Columns of both profiles that differ, in the order of the later one. */
export function diffColumns(before: TableProfile, now: TableProfile): ColumnDiff[] {
  return now.columns.flatMap((column) => {
    const former = before.columns.find((other) => other.column === column.column);
    if (!former) return [];
    const diff: ColumnDiff = {
      column: column.column,
      type: column.type,
      nulls: { before: nullShare(before, former), now: nullShare(now, column) },
      sum: { before: former.sum, now: column.sum },
      quantiles: { before: shown(former), now: shown(column) },
      values: diffValues(former, before.rows, column, now.rows),
    };
    return differs(diff) ? [diff] : [];
  });
}

const shown = ({ percentiles }: ColumnProfile): number[] | null =>
  percentiles ? SHOWN.map((percent) => percentiles[percent]!) : null;

function diffValues(
  before: ColumnProfile,
  beforeRows: number,
  now: ColumnProfile,
  nowRows: number,
): ColumnDiff["values"] {
  if (!before.values || !now.values) return [];
  const names = new Set([...before.values, ...now.values].map(({ value }) => value));
  return [...names]
    .map((value) => ({
      value,
      before: shareOf(before, value, beforeRows),
      now: shareOf(now, value, nowRows),
    }))
    .filter((moved) => moved.before !== moved.now)
    .sort(
      (a, b) =>
        Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.value < b.value ? -1 : 1),
    )
    .slice(0, VALUES);
}

function shareOf({ values }: ColumnProfile, value: string, rows: number): number {
  return rows === 0 ? 0 : (values!.find((found) => found.value === value)?.rows ?? 0) / rows;
}

function differs({ nulls, sum, quantiles, values }: ColumnDiff): boolean {
  const same =
    nulls.before === nulls.now &&
    sum.before === sum.now &&
    JSON.stringify(quantiles.before) === JSON.stringify(quantiles.now);
  return !same || values.length > 0;
}
