import { definitionOf } from "../../../../loaders/fields/field.js";
import { mismatch } from "../../../../loaders/ingest/sirenOfSiret.js";
import type { Source } from "../../../../loaders/sources/source.js";
import type { Column, Generated, Line } from "./rows.js";

/** What one side makes of a file, line 1 being the first of data. */
export interface Verdicts {
  /** Code, column, value and message of the first refusal, by line. */
  rejected: Record<number, string>;
  /** Rows set aside and blank lines. */
  skipped: number;
  blank: number;
  /** Values of each row of the table, in file order. */
  rows: string[];
}

type Cell = (column: string) => string;

/** The rows that §1.5 sets aside, written apart from the SQL of the sources. */
export const SKIPS: Record<string, (cell: Cell) => boolean> = {
  sirene: (cell) => cell("nomenclatureActivitePrincipaleEtablissement") !== "NAFRev2",
  sirene_ul: (cell) => cell("nomenclatureActivitePrincipaleUniteLegale") !== "NAFRev2",
  sirene_histo: (cell) =>
    (cell("dateDebut") === "" && cell("dateFin") === "") ||
    !["A", "F"].includes(cell("etatAdministratifEtablissement")),
};

/** Reads a file with the zod schema of its source, one row at a time. */
export function judge(source: Source, { columns, lines }: Generated): Verdicts {
  const verdicts: Verdicts = { rejected: {}, skipped: 0, blank: 0, rows: [] };
  for (const [index, line] of lines.entries())
    judgeLine(source, columns, line, index + 1, verdicts);
  return verdicts;
}

function judgeLine(
  source: Source,
  columns: readonly Column[],
  { text, cells }: Line,
  number: number,
  verdicts: Verdicts,
): void {
  if (cells?.length === 1 && text.trim() === "") {
    verdicts.blank++;
    return;
  }
  const torn = tornReason(cells, columns.length);
  if (torn) {
    verdicts.rejected[number] = torn;
    return;
  }
  const row = new Map(columns.map(({ key }, index) => [key, cells![index]!]));
  const cell: Cell = (key) => row.get(key) ?? "";
  if (source.skip && SKIPS[source.name]!(cell)) {
    verdicts.skipped++;
    return;
  }
  const refusal = firstRefusal(source, columns, cell);
  if (refusal) verdicts.rejected[number] = refusal;
  else if (source.account && source.schema.shape.siret!.parse(cell("siret")) === null)
    verdicts.skipped++;
  else verdicts.rows.push(...outputs(source, columns, cell));
}

function tornReason(cells: string[] | null, width: number): string | undefined {
  if (!cells) return show("unclosed-quote", null, null, "guillemets mal fermés");
  if (cells.length === width) return undefined;
  const many = cells.length > 1 ? "cellules" : "cellule";
  const code = cells.length < width ? "missing-cell" : "extra-cell";
  return show(code, null, null, `${cells.length} ${many} au lieu de ${width}`);
}

/** In the order of the schema, then of the months. */
function firstRefusal(source: Source, columns: readonly Column[], cell: Cell): string | undefined {
  const asked = Object.keys(source.schema.shape).map(
    (name) => columns.find(({ key }) => key === name)!,
  );
  for (const { key, label, field } of [...asked, ...monthsOf(source, columns)]) {
    const issue = field!.safeParse(cell(key)).error?.issues[0];
    if (!issue) continue;
    const { error } = (issue as unknown as { params: { error: string } }).params;
    return show(error, label, cell(key), issue.message);
  }
  return anotherSiren(columns, cell);
}

function anotherSiren(columns: readonly Column[], cell: Cell): string | undefined {
  const siret = columns.find(({ key, field }) => key === "siret" && field);
  const message = siret && mismatch(cell("siren"), cell("siret"));
  return message && show("siret-of-another-siren", siret.label, cell("siret"), message);
}

const monthsOf = ({ wide }: Source, columns: readonly Column[]): Column[] =>
  columns.filter(({ label }) => wide?.month(label));

/** One row, or one per month that has a value. */
function outputs(source: Source, columns: readonly Column[], cell: Cell): string[] {
  const row = source.schema.parse(
    Object.fromEntries(Object.keys(source.schema.shape).map((key) => [key, cell(key)])),
  );
  const values = Object.entries(row).flatMap(([key, value]) => partsOf(source, key, value));
  if (!source.wide) return [showRow(values)];
  const { month, column } = source.wide;
  return monthsOf(source, columns).flatMap(({ key, field }) => {
    const value = field!.parse(cell(key));
    return value === null ? [] : [showRow([...values, ["periode", month(key)], [column, value]])];
  });
}

/** A field of several columns gives one value each, named as in the object zod makes. */
function partsOf(source: Source, key: string, value: unknown): [string, unknown][] {
  const { parts } = definitionOf(source.schema.shape[key]!);
  if (!parts) return [[key, value]];
  return parts.map((part) => {
    const name = part.sql("").replace(/^\./, "");
    return [part.column(key), (value as Record<string, unknown> | null)?.[name] ?? null];
  });
}

/** A refusal as one text; the value of an empty cell is null or empty, as its file has it. */
export function show(code: unknown, column: unknown, value: unknown, message: unknown): string {
  return JSON.stringify([code, column, value || null, message]);
}

/** A row as one text; a DECIMAL arrives as a text, and 0 may be negative. */
export function showRow(values: readonly (readonly [string, unknown])[]): string {
  return JSON.stringify(values.map(([name, value]) => [name, comparable(value)]));
}

function comparable(value: unknown): unknown {
  if (typeof value === "number") return value + 0;
  return typeof value === "string" && /^-?[0-9]+\.[0-9]{2}$/.test(value)
    ? Number(value) + 0
    : value;
}
