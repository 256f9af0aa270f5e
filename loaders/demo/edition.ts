import { LAYOUTS, type SourceName } from "../sources/layouts.js";
import { month, type Span } from "./calendar.js";
import type { Generation } from "./generation.js";
import { monthColumns } from "./headcountFiles.js";

/** What decides the columns of the files of a batch. */
export interface Edition {
  span: Span;
  generation: Generation;
}

/** Wide columns: one cell of a row stands for several, already joined. */
export const WIDE = "{months}";

/** Files that had no SIRET; `comptes` leads from the account to it. */
const WITHOUT_SIRET: ReadonlySet<SourceName> = new Set<SourceName>([
  "cotisation",
  "debit",
  "delai",
  "ccsf",
]);
/** INSEE gives the activity of the NAF 2025 since May 2026 (§1.5). */
const NAF_2025_COLUMN = "activitePrincipaleNAF25UniteLegale";
const NAF_2025_SINCE = month(2026, 5);

/** Columns of a source in this edition, the wide ones still as one. */
export function columnsOf(source: SourceName, { span, generation }: Edition): string[] {
  const header: readonly string[] = LAYOUTS[source].header;
  if (generation === "sans-siret" && WITHOUT_SIRET.has(source)) {
    return header.filter((column) => column !== "Siret");
  }
  if (span.end < NAF_2025_SINCE) return header.filter((column) => column !== NAF_2025_COLUMN);
  return [...header];
}

/** Labels of the first line of the file. */
export function labelsOf(source: SourceName, edition: Edition): string[] {
  return columnsOf(source, edition).flatMap((column) =>
    column === WIDE ? monthColumns(edition.span) : [column],
  );
}
