import type { z } from "zod";

/** A reason why a row is set aside without being wrong, other than the perimeter. */
export interface Skip {
  /** Condition on the cells of the row, as text. */
  sql: (cell: (column: string) => string) => string;
  /** For the report, in French. */
  reason: string;
}

/** A column computed from those that were read. */
export interface Derived {
  column: string;
  type: string;
  /** SQL on the columns of the table. */
  sql: string;
}

/** One file of a partner: its columns, types, bounds and quirks. */
export interface Source {
  /** Name of the table as read. */
  name: string;
  /** Who sends what, in French. */
  title: string;
  /** True for the names the partner gives to this file, without `.gz`. */
  recognises: (fileName: string) => boolean;
  delimiter: ";" | ",";
  /** `lazy`: a line whose quotes do not pair is read as if they were plain characters. */
  quotes: "lazy" | "strict";
  /** Keys are columns of the table and, whatever their case, labels of the file. */
  schema: z.ZodObject;
  /** Labels that are known and left out, besides those of the schema. */
  ignored?: readonly string[];
  skip?: Skip;
  /** SQL giving the SIREN the perimeter applies to; absent when the source is not filtered. */
  siren?: string;
  /** Columns of months: one row each where there is a value. */
  wide?: {
    /** Period of a label such as `eff202611`, undefined for other labels. */
    month: (label: string) => string | undefined;
    column: string;
    field: z.ZodType;
  };
  /**
   * How a row of a file without SIRET finds it in `comptes` (§1.2); a row that has none is set aside.
   */
  account?: { number: string; date: string };
  derived?: readonly Derived[];
  /** Column that dates a row, for the manifest. */
  period?: string;
}

/** Recognises the exact name of a layout, whatever the case. */
export function named(fileName: string): Source["recognises"] {
  return (name) => name.toLowerCase() === fileName.toLowerCase();
}
