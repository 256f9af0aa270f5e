import { accompagnements } from "../sources/accompagnements.js";
import type { Source } from "../sources/source.js";
import { ACTIVITY } from "../sources/sources.js";
import { describedColumns } from "./described.js";
import type { CleanTable } from "./table.js";

/** The rows of a source, the last one of those that have the same key. */
function lastOfKey(source: Source): CleanTable {
  const key = source.key.join(", ");
  const columns = describedColumns(source);
  return {
    name: `clean_${source.name}`,
    title: source.title,
    query: () => `SELECT ${Object.keys(columns).join(", ")}
      FROM (SELECT *, row_number() OVER () AS line FROM ${source.name})
      QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY line DESC) = 1`,
    key: source.key,
    ...(source.period ? { period: source.period } : {}),
    columns,
  };
}

/**
 * How the services are used and what they cost, for the pages on impact; follow-ups have a table
 * of their own (`accompagnements.ts`).
 */
export const CLEAN_ACTIVITY: readonly CleanTable[] = ACTIVITY.filter(
  (source) => source !== accompagnements,
).map(lastOfKey);
