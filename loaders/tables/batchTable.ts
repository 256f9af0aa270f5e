import { parseBatch } from "../../src/lib/batch.js";
import type { BatchTable } from "../../src/lib/tables.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Which data the site shows; `snapshot` is the SHA-256 of its manifest. */
export function batchTable(
  { batch, fictitious }: { batch: string; fictitious: boolean },
  model: string,
  snapshot: string,
): BatchTable {
  const date = parseBatch(batch).dateFin;
  const asOf = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
  return { batch, date, asOf, fictitious, model, snapshot };
}
