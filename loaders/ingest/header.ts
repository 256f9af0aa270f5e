import { definitionOf } from "../fields/field.js";
import type { Source } from "../sources/source.js";
import type { Fatal } from "./fatal.js";
import { headerNotices } from "./headerNotices.js";
import { plainLabel, spelling, spellings } from "./labels.js";
import type { SirenAndSiret } from "./sirenOfSiret.js";
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
  /** Where the SIREN and the SIRET of a row are, for a file that has both. */
  identifiers: SirenAndSiret | undefined;
  /** What is worth saying of the labels, in French. */
  notices: string[];
  /** Nominative columns, which stay unread. */
  refused: { label: string; position: number }[];
}

/**
 * Finds the columns of a source by name, whatever their order, their case and the typography of
 * their labels; a {@link Fatal} if it cannot.
 */
export function readHeader(file: string, line: string, source: Source): Header | Fatal {
  const raw = splitLine(line, source) ?? [];
  const labels = raw.map((label) => label.trim());
  const plain = labels.map(plainLabel);
  if (plain.every((label) => label === "")) return blankHeader(file);
  const columns = Object.keys(source.schema.shape).map((key) => {
    const known = spellings(source, key).map(plainLabel);
    const at = plain.findIndex((label) => known.includes(label));
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
  const wanted = new Set(columns.flatMap(({ key }) => spellings(source, key).map(plainLabel)));
  const twice = plain.find(
    (label, index) =>
      (wanted.has(label) || source.wide?.month(label)) && plain.indexOf(label) !== index,
  );
  if (twice !== undefined) return duplicateLabel(file, twice);
  const notices = headerNotices(raw, columns, months, extraLabels(labels, source), source);
  const refused = refusedColumns(labels, source);
  const identifiers = sirenAndSiret(labels, source);
  return { columns, months, width: labels.length, identifiers, notices, refused };
}

function sirenAndSiret(labels: readonly string[], { schema }: Source): SirenAndSiret | undefined {
  if (!schema.shape.siret) return undefined;
  const plain = labels.map(plainLabel);
  const [siren, siret] = [plain.indexOf("siren"), plain.indexOf("siret")];
  if (siren < 0 || siret < 0) return undefined;
  return { siren: siren + 1, siret: siret + 1, label: labels[siret]! };
}

export function isHeader(result: Header | Fatal): result is Header {
  return "columns" in result;
}

function refusedColumns(labels: readonly string[], { refused = [] }: Source) {
  const nominative = new Set(refused.map(plainLabel));
  return labels.flatMap((label, index) =>
    nominative.has(plainLabel(label)) ? [{ label, position: index + 1 }] : [],
  );
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
  const { ignored = [], refused = [], schema } = source;
  const known = new Set([
    "",
    ...Object.keys(schema.shape).flatMap((key) => spellings(source, key).map(plainLabel)),
    ...[...ignored, ...refused].map(plainLabel),
  ]);
  return labels.filter((label) => !known.has(plainLabel(label)) && !source.wide?.month(label));
}

function blankHeader(file: string): Fatal {
  return {
    code: "blank-header",
    message: `${file} : l’en-tête est vide, les noms des colonnes sont attendus sur la première ligne`,
    remedy: "Redemander le fichier",
  };
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
