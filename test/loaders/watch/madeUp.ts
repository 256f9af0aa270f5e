import type { Alert } from "../../../loaders/ingest/report.js";
import { type Current, compare } from "../../../loaders/watch/compare.js";
import type { Counted } from "../../../loaders/watch/counters.js";
import type { PastBatch } from "../../../loaders/watch/past.js";
import type { ColumnProfile, TableProfile } from "../../../loaders/watch/profile.js";

/** The file of the debts, with these counters. */
export function file(counters: Partial<Counted> = {}): Counted {
  const none = { rejected: 0, blank: 0, skips: [], fatal: null };
  return { source: "debit", parsed: 10_000, ...none, ...counters };
}

export function column(name: string, values: Partial<ColumnProfile>): ColumnProfile {
  const nothing = { min: null, max: null, sum: null, zeros: null, percentiles: null, values: null };
  return { column: name, type: "VARCHAR", nulls: 0, distinct: 1, ...nothing, ...values };
}

export function table(name: string, columns: ColumnProfile[], rows = 10_000): TableProfile {
  return { table: name, rows, sampled: rows, columns };
}

/** A batch where nothing is worth a word, but what is given. */
export function batch(key: string, parts: Partial<PastBatch> = {}): PastBatch {
  const dateFin = `20${key.slice(0, 2)}-${key.slice(2, 4)}-01`;
  return { batch: key, dateFin, files: [], freshness: [], alerts: [], profiles: [], ...parts };
}

/** Alerts of batch 2610. */
export function alertsOf(now: Partial<Current>, past: readonly PastBatch[]): Alert[] {
  const nothing = { dateFin: "2026-10-01", files: [], freshness: [], profiles: [] };
  return compare({ ...nothing, ...now }, past);
}

export function idsOf(now: Partial<Current>, past: readonly PastBatch[]): string[] {
  return alertsOf(now, past).map(({ id }) => id);
}
