import type { Source } from "../sources/source.js";

/** Signs without width that a spreadsheet or a web page leaves in a label. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * A label whatever its case, its accents, its apostrophes, its dashes and its spaces: what two
 * spellings of the same column have in common.
 */
export function plainLabel(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** The partner's own spelling of a column. */
export function spelling(source: Source, key: string): string {
  const [first] = source.labels?.[key] ?? [];
  const { ignored = [] } = source;
  return first ?? ignored.find((label) => label.toLowerCase() === key.toLowerCase()) ?? key;
}

/** Every label a column may have: its key in the schema and those of its source. */
export function spellings({ labels }: Source, key: string): string[] {
  return [key, ...(labels?.[key] ?? [])];
}

/** True when a label is one of the spellings, case apart: as the partner agreed to write it. */
export function isAgreed(source: Source, key: string, label: string): boolean {
  return spellings(source, key).some((known) => known.toLowerCase() === label.toLowerCase());
}
