import { literal } from "../duckdb.js";
import { type FieldOptions, field } from "./field.js";

const straight = (label: string): string => label.replaceAll("’", "'");

/**
 * A label written in words, replaced by its code; a code stands for itself. Apostrophes may be
 * straight or curly; any other label refuses the cell.
 */
export function coded(codes: Readonly<Record<string, string>>, options: FieldOptions = {}) {
  const values = [...new Set(Object.values(codes))];
  const byLabel = new Map(Object.entries(codes).map(([label, value]) => [straight(label), value]));
  const cases = [...byLabel].map(
    ([label, value]) => `WHEN ${literal(label)} THEN ${literal(value)}`,
  );
  return field<string>(
    {
      type: "VARCHAR",
      refusal: "n’est pas un libellé",
      parse: {
        sql: (text) => `CASE replace(${text}, '’', '''') ${cases.join(" ")} ELSE ${text} END`,
        js: (text) => byLabel.get(straight(text)) ?? text,
      },
      allowed: {
        sql: (value) => `${value} IN (${values.map((value) => literal(value)).join(", ")})`,
        js: (value) => values.includes(value),
        refusal: `n’est pas un libellé attendu (${Object.keys(codes).join(", ")})`,
        values,
      },
    },
    options,
  );
}
