import type { DictionaryColumn, DictionaryTable } from "./dictionary.js";

/** Profile a Table Schema follows. */
export const TABLE_SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json";

export interface TableSchemaField {
  name: string;
  type: DictionaryColumn["type"];
  description: string;
  /** Not of the specification, which lets a field say more of itself. */
  unit: string;
  since?: string;
  constraints?: {
    required?: boolean;
    minimum?: number | string;
    maximum?: number | string;
    enum?: string[];
    pattern?: string;
  };
}

export interface TableSchema {
  $schema: string;
  fields: TableSchemaField[];
  missingValues: string[];
  primaryKey?: string[];
  uniqueKeys?: string[][];
}

/**
 * Table Schema of a table (https://datapackage.org/standard/table-schema/, once
 * https://specs.frictionlessdata.io/table-schema/). A key that may be empty in part is a unique key:
 * a primary key is required.
 */
export function tableSchema({
  columns,
  key,
}: Pick<DictionaryTable, "columns" | "key">): TableSchema {
  const whole = key.every((name) =>
    columns.some((column) => column.name === name && !column.nullable),
  );
  return {
    $schema: TABLE_SCHEMA_PROFILE,
    fields: columns.map(tableSchemaField),
    missingValues: [""],
    ...(whole ? { primaryKey: key } : { uniqueKeys: [key] }),
  };
}

function tableSchemaField(column: DictionaryColumn): TableSchemaField {
  const { name, type, description, unit, since } = column;
  const constraints = constraintsOf(column);
  return {
    ...{ name, type, description, unit },
    ...(since === null ? {} : { since }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** Patterns are XML Schema regular expressions, which capture every group. */
function xmlPattern(pattern: string): string {
  return pattern.replaceAll("(?:", "(");
}

function constraintsOf({ nullable, minimum, maximum, values, pattern }: DictionaryColumn) {
  return {
    ...(nullable ? {} : { required: true }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    ...(values === null ? {} : { enum: values }),
    ...(pattern === null ? {} : { pattern: xmlPattern(pattern) }),
  };
}
