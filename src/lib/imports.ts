import { formatNumber, formatPercent } from "./format/number.js";
import { formatCount } from "./format/plural.js";
import type { ImportedFile, ImportsTable } from "./tables.js";

/** Lines by what became of them; `parsed = valid + rejected + skipped`. */
export type LineCounts = Pick<ImportedFile, "parsed" | "valid" | "rejected" | "skipped" | "blank">;

/** Counts of lines and their names in French, in the order they are shown. */
export const LINE_COUNTS = [
  ["parsed", "Lues"],
  ["valid", "Valides"],
  ["rejected", "Rejetées"],
  ["skipped", "Ignorées"],
  ["blank", "Vides"],
] as const satisfies readonly [keyof LineCounts, string][];

/** Sums the lines of files. */
export function countLines(files: readonly LineCounts[]): LineCounts {
  const total: LineCounts = { parsed: 0, valid: 0, rejected: 0, skipped: 0, blank: 0 };
  for (const file of files) for (const [count] of LINE_COUNTS) total[count] += file[count];
  return total;
}

/** Lines out of ten thousand: the unit in which a usual share of rejected lines is a whole number. */
export function perTenThousand(share: number): number {
  return Math.round(share * 10_000);
}

/** Rejected lines out of ten thousand read; null for a file without lines. */
export function rejectedRate({
  parsed,
  rejected,
}: Pick<LineCounts, "parsed" | "rejected">): number | null {
  return parsed === 0 ? null : perTenThousand(rejected / parsed);
}

/** Title of the chart of rejected lines: which file has the most, or that none has any. */
export function rejectedFinding(files: readonly ImportedFile[]): string {
  const ranked = files
    .filter(({ rejected }) => rejected > 0)
    .sort((a, b) => b.rejected / b.parsed - a.rejected / a.parsed);
  const [worst] = ranked;
  if (!worst) return "Aucune ligne n’a été rejetée";
  const count = formatCount(rejectedRate(worst) ?? 0, "ligne rejetée", "lignes rejetées");
  return `${worst.label} : ${count} sur 10 000, la part la plus forte des ${formatNumber(files.length)} fichiers`;
}

type Change = ImportsTable["changes"][number];

/** Title of the chart of changes: what share of the rows known before is found again unchanged. */
export function changeFinding(changes: readonly Change[], previous: string): string {
  const sum = (count: Exclude<keyof Change, "table" | "label">) =>
    changes.reduce((total, change) => total + change[count], 0);
  const before = sum("kept") + sum("changed") + sum("disappeared");
  if (before === 0) return `Aucune ligne à comparer avec le lot ${previous}`;
  const share = formatPercent((100 * sum("kept")) / before);
  return `${share} des lignes du lot ${previous} sont retrouvées sans changement`;
}
