import { days } from "./days.js";
import { alertId, type Jump } from "./jump.js";
import { comparable, type PastBatch } from "./past.js";
import type { ColumnProfile, TableProfile } from "./profile.js";
import type { Measure } from "./thresholds.js";

/** One column in one batch. */
export interface Side {
  profile: TableProfile;
  column: ColumnProfile;
  dateFin: string;
}

/** One column now and in the batches before. */
export interface Watched {
  table: string;
  column: string;
  now: Side;
  /** Oldest first. */
  past: readonly { batch: PastBatch; side: Side }[];
  /** The source adds to what was known. */
  flow: boolean;
}

/** A test of a column: at most one jump. */
export type ColumnTest = (watched: Watched) => Jump[];

/** The column in the batches that a measure is compared with, oldest first. */
export function formerSides({ table, column, past }: Watched, measure: Measure): Side[] {
  const batches = past.map(({ batch }) => batch);
  const kept = comparable(batches, table, alertId(table, column, measure));
  return past.filter(({ batch }) => kept.includes(batch)).map(({ side }) => side);
}

/** Values that the percentiles of a column were drawn from. */
export function drawn({ profile: { rows, sampled }, column }: Side): number {
  return rows === 0 ? 0 : sampled * (1 - column.nulls / rows);
}

/** Days from one batch to another. */
export const daysBetween = (before: Side, now: Side): number =>
  days(now.dateFin) - days(before.dateFin);
