import { definitionOf } from "../fields/field.js";
import type { Source } from "../sources/source.js";
import type { Fatal } from "./fatal.js";
import { splitLine } from "./split.js";

/** A column of the file that the source asks for. */
export interface Column {
  /** Name in the schema. */
  key: string;
  /** Label as the file writes it. */
  label: string;
  /** Position in the line, from 1; undefined when the file may lack it and does. */
  position: number | undefined;
}

export interface MonthColumn {
  label: string;
  position: number;
  /** First day of the month, ISO. */
  month: string;
}

export interface Header {
  columns: Column[];
  months: MonthColumn[];
  /** Number of cells a line must have. */
  width: number;
  /** Labels that nothing asks for. */
  extra: string[];
}

/** Finds the columns of a source by name, whatever their order and case; a {@link Fatal} if it cannot. */
export function readHeader(file: string, line: string, source: Source): Header | Fatal {
  const labels = (splitLine(line, source) ?? []).map((label) => label.trim());
  const lower = labels.map((label) => label.toLowerCase());
  const columns = Object.keys(source.schema.shape).map((key) => {
    const at = lower.indexOf(key.toLowerCase());
    return {
      key,
      label: labels[at] ?? spelling(source, key),
      position: at < 0 ? undefined : at + 1,
    };
  });
  const missing = columns.filter(({ key, position }) => !position && !mayLack(source, key));
  if (missing.length > 0) return missingLabel(file, missing, source, line);
  const months = monthColumns(labels, source);
  if (source.wide && months.length === 0) return missingMonths(file);
  const wanted = new Set(columns.map(({ key }) => key.toLowerCase()));
  const twice = lower.find(
    (label, index) =>
      (wanted.has(label) || source.wide?.month(label)) && lower.indexOf(label) !== index,
  );
  if (twice !== undefined) return duplicateLabel(file, twice);
  return { columns, months, width: labels.length, extra: extraLabels(labels, source) };
}

export function isHeader(result: Header | Fatal): result is Header {
  return "columns" in result;
}

/** The partner's own spelling of a column. */
function spelling({ ignored = [] }: Source, key: string): string {
  return ignored.find((label) => label.toLowerCase() === key.toLowerCase()) ?? key;
}

function mayLack(source: Source, key: string): boolean {
  return definitionOf(source.schema.shape[key]!).optionalColumn;
}

function monthColumns(labels: readonly string[], { wide }: Source): MonthColumn[] {
  if (!wide) return [];
  return labels.flatMap((label, index) => {
    const month = wide.month(label);
    return month ? [{ label, position: index + 1, month }] : [];
  });
}

function extraLabels(labels: readonly string[], source: Source): string[] {
  const known = new Set(
    [...Object.keys(source.schema.shape), ...(source.ignored ?? [])].map((key) =>
      key.toLowerCase(),
    ),
  );
  return labels.filter((label) => !known.has(label.toLowerCase()) && !source.wide?.month(label));
}

function missingLabel(
  file: string,
  missing: readonly Column[],
  { delimiter }: Source,
  line: string,
): Fatal {
  const names = missing.map(({ label }) => `« ${label} »`).join(", ");
  const many = missing.length > 1;
  const separator = line.includes(delimiter)
    ? "Comparer l’en-tête à celui du mois précédent et demander au partenaire ce qui a changé"
    : `L’en-tête ne contient aucun « ${delimiter} » : vérifier le séparateur du fichier`;
  return {
    code: "missing-label",
    message: `${file} : colonne${many ? "s" : ""} absente${many ? "s" : ""} de l’en-tête : ${names}`,
    remedy: separator,
  };
}

function missingMonths(file: string): Fatal {
  return {
    code: "missing-label",
    message: `${file} : aucune colonne de mois « effAAAATM » dans l’en-tête`,
    remedy:
      "Comparer l’en-tête à celui du mois précédent et demander au partenaire ce qui a changé",
  };
}

function duplicateLabel(file: string, label: string): Fatal {
  return {
    code: "duplicate-label",
    message: `${file} : la colonne « ${label} » figure deux fois dans l’en-tête`,
    remedy: "Demander au partenaire laquelle fait foi, puis ôter l’autre",
  };
}
