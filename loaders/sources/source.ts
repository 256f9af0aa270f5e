import type { z } from "zod";
import type { FaultCode } from "../../src/lib/faults/faults.js";
import type { Described } from "../fields/unit.js";

/** A reason why a row is set aside without being wrong, other than the perimeter. */
export interface Skip {
  /** Condition on the cells of the row, as text. */
  sql: (cell: (column: string) => string) => string;
  /** For the report, in French. */
  reason: string;
  code: FaultCode;
}

/** A column computed from those that were read. */
export interface Derived extends Described {
  column: string;
  type: string;
  /** SQL on the columns of the table. */
  sql: string;
  /** An empty value is possible; false by default. */
  nullable?: boolean;
}

/** What may set the cells of a line apart. */
export type Delimiter = ";" | "," | "\t" | "|";

/** One file of a partner: its columns, types, bounds and quirks. */
export interface Source {
  /** Name of the table as read. */
  name: string;
  /** Who sends what, in French. */
  title: string;
  /**
   * `stock`: the file replaces what was known; `flow`: its rows are added to those of the previous
   * batch, a row of the same `key` replacing the former one (the « complete » and partial types of §3).
   */
  kind: "stock" | "flow";
  /** Columns of the table that tell its rows apart; compared from one batch to the next. */
  key: readonly string[];
  /** Month of the first extract of this layout, `AAAA-MM`, when it is known. */
  since?: string;
  /** Last month it was sent, for a retired source. */
  until?: string;
  /** Labels of nominative columns: the file is read without them, and the report says so. */
  refused?: readonly string[];
  /** True for the names the partner gives to this file, without `.gz`. */
  recognises: (fileName: string) => boolean;
  delimiter: Delimiter;
  /** `lazy`: a line whose quotes do not pair is read as if they were plain characters. */
  quotes: "lazy" | "strict";
  /** Keys are columns of the table and, whatever their case, labels of the file. */
  schema: z.ZodObject;
  /** Other labels of a column, the one to name in messages first. */
  labels?: Readonly<Record<string, readonly string[]>>;
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
  /** Its rows may rightly be dated after the batch: requests for the months to come. */
  ahead?: true;
  /** Column that holds a code of the Code officiel géographique. */
  commune?: string;
}

/** Recognises the exact name of a layout, whatever the case. */
export function named(fileName: string): Source["recognises"] {
  return (name) => name.toLowerCase() === fileName.toLowerCase();
}
