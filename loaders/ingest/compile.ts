import type { z } from "zod";
import { literal } from "../duckdb.js";
import {
  definitionOf,
  type FieldDefinition,
  noticedSql,
  refusalSql,
  refusedSql,
  valueSql,
  valueSteps,
} from "../fields/field.js";
import type { Source } from "../sources/source.js";
import type { Column, Header, MonthColumn } from "./header.js";

/** A column of the table as read. */
export interface Output {
  name: string;
  type: string;
  /** On the columns of {@link Reader.values}. */
  sql: string;
}

/** A source and a header compiled to SQL on `c`, the list of the cells of a line. */
export interface Reader {
  /**
   * One column per field, NULL when empty or refused, made by steps, the first on the cells and
   * each other on the column itself; `months` holds the wide ones.
   */
  values: { name: string; steps: string[] }[];
  /** Some cell refuses its row; on the values. */
  refused: string;
  /** Struct (code, column, value, message) of the first refusal, in the order of the schema. */
  refusal: string;
  /** Conditions of lenient cells that could not be read, on the values. */
  notices: { label: string; sql: string }[];
  /** Rows set aside before any check, on the cells. */
  skipped: string;
  /** Columns to keep. */
  outputs: Output[];
}

const quoted = (name: string): string => `"${name}"`;

/** Walks the zod schema of the source and gives the SQL that reads a file with this header. */
export function compileReader(source: Source, header: Header): Reader {
  const fields = header.columns.map((column) => ({
    ...column,
    field: definitionOf(source.schema.shape[column.key]!),
    text: column.position ? `c[${column.position}]` : "''",
    value: quoted(column.key),
  }));
  const present = fields.filter(({ position }) => position);
  const months = source.wide ? monthReader(source.wide.field, header.months) : undefined;
  return {
    values: [
      ...fields.map(({ key, field, text, value }) => ({
        name: key,
        steps: valueSteps(field).map((step, index) => step(index === 0 ? text : value)),
      })),
      ...(months ? [{ name: "months", steps: [months.values] }] : []),
    ],
    refused: anyOf([
      ...present.map(({ field, text, value }) => refusedSql(field, text, value)),
      ...(months ? [months.refused] : []),
    ]),
    refusal: firstOf([
      ...present.map(({ field, text, label }) => ({ field, text, label })),
      ...(months?.cells ?? []),
    ]),
    notices: present
      .filter(({ field }) => field.lenient)
      .map(({ field, text, value, label }) => ({ label, sql: noticedSql(field, text, value) })),
    skipped: source.skip ? source.skip.sql((key) => cellOf(header.columns, key)) : "false",
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
        { name: "periode", type: "DATE", sql: "tuple.periode" },
        { name: source.wide.column, type: "INTEGER", sql: "tuple.value" },
      ]
    : [];
  return [...fields, ...wide];
}

function monthReader(schema: z.ZodType, months: readonly MonthColumn[]) {
  const field = definitionOf(schema);
  const cells = months.map(({ label, position }) => ({ field, label, text: `c[${position}]` }));
  const tuples = months.map(({ month, position }) => {
    const text = `c[${position}]`;
    const value = valueSql(field, text);
    const refused = refusedSql(field, text, value);
    return `struct_pack(periode := DATE '${month}', value := CASE WHEN ${text} = '' THEN NULL WHEN ${refused} THEN ${REFUSED_MONTH} ELSE ${value} END)`;
  });
  return {
    cells,
    values: `list_filter(list_value(${tuples.join(", ")}), lambda tuple: tuple.value IS NOT NULL)`,
    refused: `list_contains(list_transform(months, lambda tuple: tuple.value), ${REFUSED_MONTH})`,
  };
}

/** Stands for a refused headcount, which has no sign. */
const REFUSED_MONTH = -1;

function cellOf(columns: readonly Column[], key: string): string {
  const position = columns.find((column) => column.key === key)?.position;
  return position ? `c[${position}]` : "''";
}

function anyOf(conditions: readonly string[]): string {
  const real = conditions.filter((condition) => condition !== "false");
  return real.length === 0 ? "false" : `(${real.join(" OR ")})`;
}

function firstOf(
  cells: readonly { field: FieldDefinition; label: string; text: string }[],
): string {
  const cases = cells
    .filter(({ field }) => !field.lenient)
    .map(({ field, label, text }) => {
      const refused = refusedSql(field, text, `(${valueSql(field, text)})`);
      return `WHEN ${refused} THEN struct_pack(reason := ${refusalSql(field, text)}, "column" := ${literal(label)}, value := ${text})`;
    });
  return `CASE ${cases.join(" ")} END`;
}
