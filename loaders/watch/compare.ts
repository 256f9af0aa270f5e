import type { Alert } from "../ingest/report.js";
import { filter } from "../sources/filter.js";
import { SOURCES } from "../sources/sources.js";
import { columnJumps } from "./columnJumps.js";
import type { Counted } from "./counters.js";
import { fileJumps } from "./fileJumps.js";
import { type Dated, freshnessJumps } from "./freshnessJumps.js";
import { alertOf, type Jump } from "./jump.js";
import type { PastBatch } from "./past.js";
import { tableJumps } from "./tableJumps.js";

export interface Current extends Dated {
  files: readonly Counted[];
}

/**
 * What jumped since the batches before, by identifier. Causes silence their consequences: a source
 * that is absent, unreadable or rejected has no other alert; a date that moved is not also late; the
 * tables that are computed from the others are watched when nothing is wrong in these.
 */
export function compare(now: Current, past: readonly PastBatch[]): Alert[] {
  const files = fileJumps(now.files, past);
  const silenced = silencedSources(now.files, files);
  const watched = now.profiles.filter(({ table }) => !silenced.has(table));
  const read = watched.filter(({ table }) => isRead(table));
  const columns = columnJumps({ dateFin: now.dateFin, profiles: read }, past);
  const moved = columns.filter(({ measure }) => measure === "shift").map(({ table }) => table);
  const late = freshnessJumps(now, past).filter(
    ({ table }) => !silenced.has(table) && !moved.includes(table),
  );
  const causes = [...files, ...columns, ...late];
  const computed = watched.filter(({ table }) => !isRead(table));
  const all = causes.length > 0 || silenced.size > 0 ? causes : tableJumps(computed, past);
  return all.map(alertOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The perimeter, though it may be sent, is mostly computed. */
function isRead(table: string): boolean {
  return table !== filter.name && SOURCES.some(({ name }) => name === table);
}

function silencedSources(files: readonly Counted[], jumps: readonly Jump[]): Set<string> {
  const unread = files.flatMap(({ source, fatal }) => (source && fatal !== null ? [source] : []));
  const lost = jumps.flatMap(({ table, measure }) =>
    measure === "absent" || measure === "rejected" ? [table] : [],
  );
  return new Set([...unread, ...lost]);
}
