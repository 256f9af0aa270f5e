import type { ColumnType } from "../../src/lib/dictionary/dictionary.js";
import { VigieError } from "../../src/lib/error.js";

const TYPES: Readonly<Record<string, ColumnType>> = {
  VARCHAR: "string",
  INTEGER: "integer",
  BIGINT: "integer",
  DOUBLE: "number",
  BOOLEAN: "boolean",
  DATE: "date",
  TIMESTAMP: "datetime",
};

/**
 * Type of the Table Schema specification for one of DuckDB; VigieError `unknown-type` for one that
 * no table has had so far.
 */
export function columnType(duckdb: string): ColumnType {
  const type = duckdb.startsWith("DECIMAL") ? "number" : TYPES[duckdb];
  if (type) return type;
  throw new VigieError(
    "unknown-type",
    `le type ${duckdb} n’a pas d’équivalent dans le dictionnaire`,
    "Ajoutez-le à loaders/dictionary/columnType.ts.",
  );
}
