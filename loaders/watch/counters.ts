import { type FileReport, OUTSIDE_PERIMETER } from "../ingest/report.js";

/** What is read of the report of a file, or of its line in a manifest. */
export type Counted = Pick<
  FileReport,
  "source" | "parsed" | "rejected" | "blank" | "skips" | "fatal"
>;

/** The account of the lines of a source, all its files together. */
export interface Counters {
  parsed: number;
  rejected: number;
  /** Set aside by the source itself: the perimeter is watched on its own. */
  skipped: number;
  blank: number;
  /** One of its files could not be read, which is an error already. */
  unread: boolean;
}

/** Counters by source, of the files that some partner sends. */
export function countersOf(files: readonly Counted[]): Map<string, Counters> {
  const counters = new Map<string, Counters>();
  for (const file of files) {
    if (file.source === null) continue;
    const sum = counters.get(file.source) ?? NONE;
    counters.set(file.source, add(sum, file));
  }
  return counters;
}

const NONE: Counters = { parsed: 0, rejected: 0, skipped: 0, blank: 0, unread: false };

function add(sum: Counters, file: Counted): Counters {
  const skips = file.skips.filter(({ reason }) => reason !== OUTSIDE_PERIMETER);
  return {
    parsed: sum.parsed + file.parsed,
    rejected: sum.rejected + file.rejected,
    skipped: skips.reduce((total, { rows }) => total + rows, sum.skipped),
    blank: sum.blank + file.blank,
    unread: sum.unread || file.fatal !== null,
  };
}
