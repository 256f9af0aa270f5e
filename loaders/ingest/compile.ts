import type { z } from "zod";
import { literal } from "../duckdb.js";
import {
  definitionOf,
  type FieldDefinition,
  noticedSql,
  refusalSql,
  refusedSql,
  usualShape,
  valueSql,
  valueSteps,
} from "../fields/field.js";
import type { Source } from "../sources/source.js";
import { type Cells, columned, listed } from "./cells.js";
import type { Column, Header, MonthColumn } from "./header.js";
import { mismatchRefusalSql, mismatchSql } from "./sirenOfSiret.js";
import { delimiterPattern } from "./split.js";

/** A column of the table as read. */
export interface Output {
  name: string;
  type: string;
  /** On the columns of {@link Reader.values}. */
  sql: string;
}

/** A source and a header compiled to SQL on the cells of a line. */
export interface Reader {
  /**
   * One column per field, NULL when empty or refused, made by steps, the first on the cells and
   * each other on the column itself; {@link MONTHS} holds the wide ones, in the order of `periods`.
   */
  values: { name: string; steps: string[] }[];
  /**
   * All the cells have the usual shape of their field: most lines do, and one look spares those of
   * each value. On `plain`, the line without quotes, or on the cells when they are columns.
   */
  shaped: string;
  /** Some cell refuses its row; on the values. */
  refused: string;
  /**
   * Struct (code, column, value, message) of the first refusal, in the order of the schema; on the
   * values and, whatever the cells, on their list.
   */
  refusal: string;
  /** Conditions of lenient cells that could not be read, on the values. */
  notices: { label: string; sql: string }[];
  /** Rows set aside before any check, on the cells. */
  skipped: string;
  /** List of the months of a wide file, whatever the row. */
  periods: string | undefined;
  /** Columns to keep. */
  outputs: Output[];
}

const quoted = (name: string): string => `"${name}"`;

/** Walks the zod schema of the source and gives the SQL that reads a file with this header. */
export function compileReader(source: Source, header: Header, cells: Cells = listed): Reader {
  const fields = header.columns.map((column) => ({
    ...column,
    field: definitionOf(source.schema.shape[column.key]!),
    text: column.position ? cells(column.position) : "''",
    kept: column.position ? listed(column.position) : "''",
    value: quoted(column.key),
  }));
  const present = fields.filter(({ position }) => position);
  const months = source.wide ? monthReader(source.wide.field, header.months) : undefined;
  return {
    values: [
      ...fields.map(({ key, field, text, value }) => ({
        name: key,
        steps: valueSteps(field, "shaped").map((step, index) => step(index === 0 ? text : value)),
      })),
      ...(months ? [{ name: MONTHS, steps: [months.values] }] : []),
    ],
    shaped: cells === columned ? cellShapes(source, header, cells) : lineShape(source, header),
    refused: anyOf([
      ...present.map(({ field, text, value }) => refusedSql(field, text, value)),
      ...(months ? [months.refused] : []),
      mismatchSql(header, cells),
    ]),
    refusal: firstOf(
      [
        ...present.flatMap(({ field, kept, value, label }) =>
          field.lenient
            ? []
            : [
                {
                  field,
                  text: kept,
                  refused: refusedSql(field, kept, value),
                  label: literal(label),
                },
              ],
        ),
        ...(months ? [months.cell] : []),
      ],
      header,
    ),
    notices: present
      .filter(({ field }) => field.lenient)
      .map(({ field, text, value, label }) => ({ label, sql: noticedSql(field, text, value) })),
    skipped: source.skip ? source.skip.sql((key) => cellOf(header.columns, key, cells)) : "false",
    periods: source.wide && `[${header.months.map(({ month }) => `DATE '${month}'`).join(", ")}]`,
    outputs: outputsOf(source),
  };
}

/** Columns of the table as read, whatever the file: an absent source gives the same ones, empty. */
export function outputsOf(source: Source): Output[] {
  const fields = Object.keys(source.schema.shape).flatMap((key) => {
    const { parts, type } = definitionOf(source.schema.shape[key]!);
    if (!parts) return [{ name: key, type, sql: quoted(key) }];
    return parts.map((part) => ({
      name: part.column(key),
      type: part.type,
      sql: part.sql(quoted(key)),
    }));
  });
  const wide = source.wide
    ? [
        { name: "periode", type: "DATE", sql: "periode" },
        { name: source.wide.column, type: "INTEGER", sql: "value" },
      ]
    : [];
  return [...fields, ...wide];
}

function monthReader(schema: z.ZodType, months: readonly MonthColumn[]) {
  const field = definitionOf(schema);
  const value = valueSql(field, "cell");
  const read = `CASE WHEN cell = '' THEN NULL WHEN ${refusedSql(field, "cell", value)} THEN ${REFUSED_MONTH} ELSE ${value} END`;
  const texts = `list_select(c, [${months.map(({ position }) => position).join(", ")}])`;
  const labels = `[${months.map(({ label }) => literal(label)).join(", ")}]`;
  const refused = `list_contains(${MONTHS}, ${REFUSED_MONTH})`;
  const first = `list_position(${MONTHS}, ${REFUSED_MONTH})`;
  const usual = `CASE WHEN cell <> '' THEN ${field.usual?.sql("cell") ?? read} END`;
  return {
    cell: { field, text: `(${texts})[${first}]`, refused, label: `(${labels})[${first}]` },
    values: `CASE WHEN shaped THEN list_transform(${texts}, lambda cell: ${usual})
      ELSE list_transform(${texts}, lambda cell: ${read}) END`,
    refused,
  };
}

/** Values of the months of a wide row, NULL where there is none. */
export const MONTHS = "month_values";

/** Stands for a refused headcount, which has no sign. */
const REFUSED_MONTH = -1;

function cellShapes({ schema }: Source, { columns }: Header, cells: Cells): string {
  const shapes = columns.flatMap(({ key, position }) => {
    const pattern = usualShape(definitionOf(schema.shape[key]!));
    return position && pattern
      ? [`regexp_full_match(${cells(position)}, ${literal(pattern)})`]
      : [];
  });
  return shapes.length === 0 ? "true" : shapes.join(" AND ");
}

function lineShape(
  { schema, delimiter, wide }: Source,
  { columns, months, width }: Header,
): string {
  const shapes = Array.from({ length: width }, () => `[^${delimiter}]*`);
  const put = (position: number | undefined, field: FieldDefinition) => {
    const pattern = usualShape(field);
    if (position && pattern) shapes[position - 1] = pattern;
  };
  for (const { key, position } of columns) put(position, definitionOf(schema.shape[key]!));
  if (wide) for (const { position } of months) put(position, definitionOf(wide.field));
  return `regexp_full_match(plain, ${literal(shapes.join(delimiterPattern(delimiter)))})`;
}

function cellOf(columns: readonly Column[], key: string, cells: Cells): string {
  const position = columns.find((column) => column.key === key)?.position;
  return position ? cells(position) : "''";
}

function anyOf(conditions: readonly string[]): string {
  const real = conditions.filter((condition) => condition !== "false");
  return real.length === 0 ? "false" : `(${real.join(" OR ")})`;
}

/** SQL of a cell that may be refused: its text, the condition, and the label of its column. */
interface RefusedCell {
  field: FieldDefinition;
  text: string;
  refused: string;
  label: string;
}

function firstOf(cells: readonly RefusedCell[], { identifiers }: Header): string {
  const cases = cells.map(
    ({ field, text, refused, label }) =>
      `WHEN ${refused} THEN struct_pack(reason := ${refusalSql(field, text)}, "column" := ${label}, value := ${text})`,
  );
  const last = identifiers ? `ELSE ${mismatchRefusalSql(identifiers)}` : "";
  return `CASE ${cases.join(" ")} ${last} END`;
}
