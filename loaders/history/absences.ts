import type { Absence, FileReport } from "../ingest/report.js";
import { filter } from "../sources/filter.js";
import type { Source } from "../sources/source.js";

/**
 * Sources without any file that could be read in a batch. The table of a stock is then empty: a stock
 * is what the partner knows this month, and last month’s would pass for it. That of a flow is what
 * was known. The perimeter, which is computed when it is not given, is never missing.
 */
export function absences(
  sources: readonly Source[],
  files: readonly Pick<FileReport, "source" | "fatal">[],
  month: string,
  previous: string | undefined,
): Absence[] {
  const read = new Set(files.filter(({ fatal }) => fatal === null).map(({ source }) => source));
  return sources
    .filter((source) => source !== filter && !read.has(source.name))
    .map(({ name, kind, until }) => ({
      source: name,
      retired: until !== undefined && until < month,
      effect: effectOf(kind, previous),
    }));
}

function effectOf(kind: Source["kind"], previous: string | undefined): string {
  if (kind === "flow" && previous) return `absente de ce lot : lignes du lot ${previous} gardées`;
  return "absente de ce lot : table vide";
}
