import type { z } from "zod";
import { definitionOf, type FieldDefinition } from "../fields/field.js";
import { asIs } from "../fields/text.js";
import type { Described } from "../fields/unit.js";
import type { Source } from "./source.js";

/** A column of a table as read, with what its field demands of it. */
export interface SourceColumn extends Partial<Described> {
  name: string;
  /** Of DuckDB. */
  type: string;
  since?: string;
  /** An empty value is possible. */
  nullable: boolean;
  pattern?: RegExp;
  minimum?: number | string;
  maximum?: number | string;
  values?: readonly string[];
}

/** Columns of the table of a source, in its order: read, unpivoted, then derived. */
export function sourceColumns(source: Source): SourceColumn[] {
  const read = Object.entries(source.schema.shape).flatMap(([key, schema]) =>
    fieldColumns(key, schema as z.ZodType),
  );
  const derived = (source.derived ?? []).map(
    ({ column, type, description, unit, nullable = false }) => ({
      ...{ name: column, type, description, unit, nullable },
    }),
  );
  return [...read.map(located), ...wideColumns(source), ...derived];

  /** A row whose account leads to no SIRET is set aside: those of the table all have one. */
  function located(column: SourceColumn): SourceColumn {
    return source.account && column.name === "siret" ? { ...column, nullable: false } : column;
  }
}

function wideColumns({ wide }: Source): SourceColumn[] {
  if (!wide) return [];
  const [value] = fieldColumns(wide.column, wide.field);
  const month = { description: "Mois, à son premier jour", unit: "date" } as const;
  return [
    { name: "periode", type: "DATE", nullable: false, ...month },
    { ...value!, nullable: false },
  ];
}

function fieldColumns(key: string, schema: z.ZodType): SourceColumn[] {
  const field = definitionOf(schema);
  const nullable = field.optional || field.optionalColumn;
  const { description, unit, since } = schema.meta() ?? {};
  const shared = { nullable, ...(since ? { since } : {}) };
  if (field.parts)
    return field.parts.map((part) => ({
      ...{ name: part.column(key), type: part.type, unit: part.unit },
      ...(description ? { description: `${description} : ${part.description}` } : {}),
      ...shared,
    }));
  const described = { ...(description ? { description } : {}), ...(unit ? { unit } : {}) };
  return [{ name: key, type: field.type, ...described, ...shared, ...boundsOf(field) }];
}

/** The pattern is that of the cells: it holds for the values of a text that is kept as it is. */
function boundsOf({ pattern, parse, allowed }: FieldDefinition) {
  const { minimum, maximum, values } = allowed ?? {};
  return {
    ...(pattern && parse === asIs ? { pattern } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(values === undefined ? {} : { values }),
  };
}
