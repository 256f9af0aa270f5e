import type { DictionaryColumn } from "../dictionary/dictionary.js";
import { type TableSchema, tableSchema } from "../dictionary/tableSchema.js";
import type { OpenColumn, OpenTable } from "./openTable.js";
import { STATUSES } from "./publishedRows.js";

/** What most columns of the open data are: a required text that is a code. */
const CODE = {
  type: "string",
  unit: "code",
  nullable: false,
  since: null,
  minimum: null,
  maximum: null,
  values: null,
  pattern: null,
} as const;

/** A column as {@link tableSchema} describes it: a required code, but for what is said. */
export function schemaColumn(
  said: Pick<DictionaryColumn, "name" | "description"> & Partial<DictionaryColumn>,
): DictionaryColumn {
  return { ...CODE, ...said };
}

/** Name of the column that tells what is known of a cell. */
export const statusColumn = (name: string): string => `${name}_statut`;

/** Columns of the files of a table: a column of cells is a value and its status. */
export function writtenColumns({ columns }: OpenTable): DictionaryColumn[] {
  return columns.flatMap((column) =>
    column.cell ? [written(column), statusOfColumn(column)] : [written(column)],
  );
}

/** Table Schema of a table of open data. */
export function openSchema(table: OpenTable): TableSchema {
  return tableSchema({ columns: writtenColumns(table), key: [...table.key] });
}

function written({ name, type, description, unit, nullable, cell, values }: OpenColumn) {
  return schemaColumn({
    ...{ name, type, description, unit },
    nullable: cell === true || nullable === true,
    values: values ? [...values] : null,
  });
}

function statusOfColumn({ name }: OpenColumn): DictionaryColumn {
  return schemaColumn({
    name: statusColumn(name),
    values: [...STATUSES],
    description: `Statut de ${name} : publie, secret (masqué au titre du secret statistique ou fiscal) ou indisponible.`,
  });
}
