import { z } from "zod";
import type { FaultCode } from "../../src/lib/faults/faults.js";
import { literal } from "../duckdb.js";
import type { Unit } from "./unit.js";

/** A cell of the wrong shape whose reason can be told: a code and a refusal of its own. */
export interface Diagnosis {
  code: FaultCode;
  /** Shape of the whole cell, as {@link FieldDefinition.pattern}. */
  pattern: RegExp;
  refusal: string;
}

/** One output column of a field, when a cell gives several: a period gives its start and its end. */
export interface Part {
  /** Its name, from the field's. */
  column: (field: string) => string;
  type: string;
  sql: (value: string) => string;
  /** Completes the description of the field, in French. */
  description: string;
  unit: Unit;
}

/**
 * How a cell is read. The SQL and the TypeScript side are built from the same pattern, tables and
 * bounds, so that a whole column and a single object are accepted, refused and converted alike;
 * `test/loaders/fields/twins.test.ts` proves it.
 */
export interface FieldDefinition<Value = unknown> {
  /** Type of the column in DuckDB. */
  type: string;
  /** Shape of the whole cell: ASCII only, no flag, no look-around, so that RE2 and JavaScript agree. */
  pattern?: RegExp;
  /** Cells read as empty; defaults to the empty one alone. */
  blank?: RegExp;
  /** Completes « valeur » …: `n’est pas un nombre`. */
  refusal: string;
  /** Reasons more exact than {@link refusal}, the first that fits is told. */
  diagnoses?: readonly Diagnosis[];
  /** Value of a cell of the right shape; null when it is none (30 février). Never throws. */
  parse: {
    /** Each step on the result of the one before, the first on the text: what a step repeats is not computed twice. */
    sql: ((input: string) => string) | readonly ((input: string) => string)[];
    js: (text: string) => Value | null;
  };
  /** A shape that most cells have, read faster than by the first step of {@link parse}, to the same value. */
  usual?: { pattern: RegExp; sql: (text: string) => string };
  /** Bounds on the value; `minimum`, `maximum` and `values` say them again to the dictionary. */
  allowed?: {
    sql: (value: string) => string;
    js: (value: Value) => boolean;
    refusal: string;
    minimum?: number | string;
    maximum?: number | string;
    values?: readonly string[];
  };
  /** An empty cell is null; otherwise it is refused. */
  optional: boolean;
  /** An unreadable cell becomes null and is counted, instead of refusing the row. */
  lenient: boolean;
  /** The file may lack the column altogether. */
  optionalColumn: boolean;
  parts?: readonly Part[];
}

export type FieldOptions = Partial<
  Pick<FieldDefinition, "optional" | "lenient" | "optionalColumn">
>;

const FIELDS = z.registry<{ definition: FieldDefinition }>();

/** Definition of a schema made by {@link field}; its `.meta()` copies keep it. */
export function definitionOf(schema: z.core.$ZodType): FieldDefinition {
  const { definition } = FIELDS.get(schema) as unknown as { definition: FieldDefinition };
  return definition;
}

/** What the reader refuses in a cell, or its value. */
export type Reading<Value> =
  | { value: Value | null; noticed: boolean }
  | { error: FaultCode; refusal: string };

/** Reads one cell as {@link valueSql} and {@link refusalSql} read a column of them. */
export function readCell<Value>(field: FieldDefinition<Value>, text: string): Reading<Value> {
  if (isBlank(field, text))
    return field.optional ? NOTHING : refuse(field, "constraint-error", ABSENT);
  const shaped = !field.pattern || matchesWhole(field.pattern, text);
  const value = shaped ? field.parse.js(text) : null;
  if (value === null) {
    const known = field.diagnoses?.find(({ pattern }) => matchesWhole(pattern, text));
    return refuse(field, known?.code ?? "type-error", known?.refusal ?? field.refusal);
  }
  if (field.allowed && !field.allowed.js(value))
    return refuse(field, "constraint-error", field.allowed.refusal);
  return { value, noticed: false };
}

const ABSENT = "valeur absente";
const NOTHING = { value: null, noticed: false };

function refuse(field: { lenient: boolean }, error: FaultCode, refusal: string) {
  return field.lenient ? { value: null, noticed: true } : { error, refusal };
}

function isBlank({ blank }: Pick<FieldDefinition, "blank">, text: string): boolean {
  return text === "" || (blank !== undefined && matchesWhole(blank, text));
}

function filledSql({ blank }: FieldDefinition, text: string): string {
  const filled = `${text} <> ''`;
  return blank ? `${filled} AND NOT regexp_full_match(${text}, ${literal(blank.source)})` : filled;
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`).test(text);
}

/** A zod schema from the text of a cell to its value, with its SQL twin in {@link definitionOf}. */
export function field<Value>(
  definition: Omit<FieldDefinition<Value>, keyof FieldOptions>,
  options: FieldOptions = {},
): z.ZodType<Value | null, string> {
  const complete: FieldDefinition<Value> = {
    optional: options.lenient ?? false,
    lenient: false,
    optionalColumn: false,
    ...options,
    ...definition,
  };
  const schema = z.string().transform((text, context) => {
    const reading = readCell(complete, text);
    if ("value" in reading) return reading.value;
    context.addIssue({
      code: "custom",
      message: cellMessage(text, reading.refusal),
      params: { error: reading.error },
    });
    return z.NEVER;
  });
  FIELDS.add(schema, { definition: complete as unknown as FieldDefinition } as never);
  return schema;
}

/** `« 30/02/2024 » n’est pas une date JJ/MM/AAAA`; long values are cut at 60 characters. */
export function cellMessage(text: string, refusal: string): string {
  if (text === "") return refusal;
  const shown = [...text].length > 60 ? `${[...text].slice(0, 60).join("")}…` : text;
  return `« ${shown} » ${refusal}`;
}

/** SQL twin of {@link cellMessage}. */
export function cellMessageSql(text: string, refusal: string): string {
  const shown = `CASE WHEN length(${text}) > 60 THEN left(${text}, 60) || '…' ELSE ${text} END`;
  return `CASE WHEN ${text} = '' THEN ${literal(refusal)} ELSE '« ' || ${shown} || ${literal(` » ${refusal}`)} END`;
}

/**
 * Steps from a text column to its value, NULL when empty or refused. `shaped` is a condition that
 * tells cells of the {@link usualShape} without looking at each of them.
 */
export function valueSteps(field: FieldDefinition, shaped?: string): Step[] {
  const { pattern, parse, type, allowed, usual, optional } = field;
  const [first, ...others] = typeof parse.sql === "function" ? [parse.sql] : parse.sql;
  const shape = (text: string) =>
    pattern ? `regexp_full_match(${text}, ${literal(pattern.source)})` : `${text} <> ''`;
  const known = (text: string) =>
    shaped && usualShape(field)
      ? `WHEN ${shaped}${optional ? ` AND ${text} <> ''` : ""} THEN ${(usual?.sql ?? first!)(text)} `
      : "";
  const steps: Step[] = [
    (text) => `CASE ${known(text)}WHEN ${shape(text)} THEN ${first!(text)} END`,
    ...others,
  ];
  const last = steps.pop()!;
  steps.push((input) => `(${last(input)})::${type}`);
  if (allowed) steps.push((value) => `CASE WHEN ${allowed.sql(value)} THEN ${value} END`);
  return steps;
}

/** Shape that most cells of a field have, the empty one included when it may be; undefined for texts. */
export function usualShape({ pattern, usual, optional }: FieldDefinition): string | undefined {
  const shape = usual?.pattern ?? pattern;
  return shape && `(?:${shape.source})${optional ? "?" : ""}`;
}

type Step = (input: string) => string;

/** SQL value of a text, all steps in one. */
export function valueSql(field: FieldDefinition, text: string): string {
  return valueSteps(field).reduce((input, step) => `(${step(input)})`, text);
}

/** SQL condition: the cell refuses its row, given the column of its values. */
export function refusedSql(field: FieldDefinition, text: string, value: string): string {
  if (field.lenient) return "false";
  return field.optional ? `(${value} IS NULL AND ${filledSql(field, text)})` : `${value} IS NULL`;
}

/** SQL condition: a lenient cell that could not be read. */
export function noticedSql(field: FieldDefinition, text: string, value: string): string {
  return field.lenient ? `(${value} IS NULL AND ${text} <> '')` : "false";
}

/** SQL struct (code, message) of why a cell is refused, for cells known to be. */
export function refusalSql(field: FieldDefinition, text: string): string {
  const reason = (error: FaultCode, refusal: string) =>
    `struct_pack(code := '${error}', message := ${cellMessageSql(text, refusal)})`;
  const diagnoses = (field.diagnoses ?? []).map(
    ({ code, pattern, refusal }) =>
      `WHEN regexp_full_match(${text}, ${literal(pattern.source)}) THEN ${reason(code, refusal)} `,
  );
  const type = reason("type-error", field.refusal);
  const bounds = field.allowed && reason("constraint-error", field.allowed.refusal);
  return `CASE WHEN ${text} = '' THEN ${reason("constraint-error", ABSENT)} ${
    bounds ? `WHEN ${valueSql(unbounded(field), text)} IS NOT NULL THEN ${bounds} ` : ""
  }${diagnoses.join("")}ELSE ${type} END`;
}

function unbounded({ allowed: _, ...field }: FieldDefinition): FieldDefinition {
  return field;
}
