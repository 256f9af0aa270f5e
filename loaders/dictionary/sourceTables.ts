import type { DictionaryColumn, DictionaryTable } from "../../src/lib/dictionary/dictionary.js";
import { type SourceColumn, sourceColumns } from "../sources/columns.js";
import type { Source } from "../sources/source.js";
import { SOURCES } from "../sources/sources.js";
import { splitTitle } from "../tables/sourceTitle.js";
import { columnType } from "./columnType.js";

/** Tables as read that a snapshot holds; the perimeter has a table of its own (`perimeterTable.ts`). */
export const SNAPSHOT_SOURCES: readonly Source[] = SOURCES.filter(({ name }) => name !== "filter");

/** Dictionary of the tables as read, from the schemas that read them. */
export function sourceTables(): DictionaryTable[] {
  return SNAPSHOT_SOURCES.map((source) => {
    const { producer, label } = splitTitle(source.title);
    return {
      name: source.name,
      title: label,
      producers: [producer],
      kind: "source",
      arrival: source.kind,
      since: source.since ?? null,
      until: source.until ?? null,
      from: [],
      key: [...source.key],
      refused: [...(source.refused ?? [])],
      columns: sourceColumns(source).map(dictionaryColumn),
    };
  });
}

/** A column that says nothing of itself has an empty description and unit, which a test refuses. */
function dictionaryColumn(column: SourceColumn): DictionaryColumn {
  return {
    name: column.name,
    type: columnType(column.type),
    unit: column.unit ?? "",
    description: column.description ?? "",
    nullable: column.nullable,
    since: column.since ?? null,
    minimum: column.minimum ?? null,
    maximum: column.maximum ?? null,
    values: column.values ? [...column.values] : null,
    pattern: column.pattern?.source ?? null,
  };
}
