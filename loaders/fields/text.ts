import { literal } from "../duckdb.js";
import { type Diagnosis, type FieldOptions, field } from "./field.js";

/** A text kept as it is. */
export const asIs = { sql: (text: string) => text, js: (text: string) => text };

/** Any text; an empty cell is null. */
export function text(options: FieldOptions = {}) {
  return field<string>(
    { type: "VARCHAR", refusal: "n’est pas un texte", parse: asIs },
    { optional: true, ...options },
  );
}

/** Text of a given shape, kept as it is: identifiers and codes. */
export function shapedText(
  pattern: RegExp,
  refusal: string,
  options: FieldOptions = {},
  diagnoses: readonly Diagnosis[] = [],
) {
  return field<string>({ type: "VARCHAR", pattern, refusal, diagnoses, parse: asIs }, options);
}

/** One code of a closed list. */
export function code(values: readonly string[], options: FieldOptions = {}) {
  const list = values.map((value) => literal(value)).join(", ");
  return field<string>(
    {
      type: "VARCHAR",
      refusal: "n’est pas un code",
      parse: asIs,
      allowed: {
        sql: (value) => `${value} IN (${list})`,
        js: (value) => values.includes(value),
        refusal: `n’est pas un code attendu (${values.join(", ")})`,
        values,
      },
    },
    options,
  );
}

/** A word replaced by its long form when the table has one, kept otherwise. */
export function expanded(table: Readonly<Record<string, string>>, options: FieldOptions = {}) {
  const cases = Object.entries(table).map(
    ([short, long]) => `WHEN ${literal(short)} THEN ${literal(long)}`,
  );
  return field<string>(
    {
      type: "VARCHAR",
      refusal: "n’est pas un texte",
      parse: {
        sql: (text) => `CASE ${text} ${cases.join(" ")} ELSE ${text} END`,
        js: (text) => table[text] ?? text,
      },
    },
    { optional: true, ...options },
  );
}
