import { sourceColumns } from "../sources/columns.js";
import type { Source } from "../sources/source.js";
import type { CleanColumn } from "./table.js";

/** What the columns of a source say, for the clean tables that keep them. */
export function describedColumns(source: Source): Record<string, CleanColumn> {
  return Object.fromEntries(
    sourceColumns(source).map(({ name, description = "", unit = "—", nullable, since }) => [
      name,
      { description, unit, ...(nullable ? { nullable } : {}), ...(since ? { since } : {}) },
    ]),
  );
}
