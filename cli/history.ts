import type { IngestReport } from "../loaders/ingest/report.js";
import { formatNumber } from "../src/lib/format/number.js";

/** What a batch takes over, what it lacks and what changed since the one before, as a person reads it. */
export function describeHistory({ files, previous, changes, absent }: IngestReport): string[] {
  const reused = files.filter((file) => file.reused).map(({ file }) => file);
  const missing = absent.filter(({ retired }) => !retired);
  return [
    ...(reused.length > 0 ? [`Inchangés, non relus : ${reused.join(", ")}`] : []),
    ...missing.map(({ source, effect }) => `${source} ${effect}`),
    previous ? `Comparé au lot ${previous} :` : "Premier lot : rien à comparer",
    ...changes
      .filter(({ appeared, changed, disappeared }) => appeared + changed + disappeared > 0)
      .map(
        ({ table, appeared, changed, disappeared, kept }) =>
          `  ${table} : ${formatNumber(appeared)} apparues, ${formatNumber(changed)} changées, ${formatNumber(disappeared)} disparues, ${formatNumber(kept)} inchangées`,
      ),
  ];
}
