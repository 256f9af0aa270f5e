import { literal } from "../../loaders/duckdb.js";
import type { SourceFreshness } from "../../loaders/ingest/manifest.js";

/**
 * SQL of the first day of the last month that one of these sources covers, empty when none was read.
 * How far a source goes is what the snapshot's manifest says of it (`loaders/ingest/freshness.ts`),
 * for the features as for the pages.
 */
export function coveredUntil(
  freshness: readonly SourceFreshness[],
  ...sources: readonly string[]
): string {
  const months = freshness.flatMap(({ source, date }) =>
    date && sources.includes(source) ? [date.slice(0, 7)] : [],
  );
  const last = months.sort().at(-1);
  return last ? `DATE ${literal(`${last}-01`)}` : "CAST(NULL AS DATE)";
}
