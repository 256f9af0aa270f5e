import type { Jump } from "./jump.js";
import { alertId } from "./jump.js";
import { comparable, type PastBatch } from "./past.js";
import type { TableProfile } from "./profile.js";
import { rowsJump } from "./rowsJump.js";

/** What jumped in the number of rows of tables that are computed, and not read from a file. */
export function tableJumps(profiles: readonly TableProfile[], past: readonly PastBatch[]): Jump[] {
  return profiles.flatMap(({ table, rows }) => {
    const former = comparable(past, table, alertId(table, null, "rows")).flatMap((batch) =>
      batch.profiles.filter((profile) => profile.table === table).map((profile) => profile.rows),
    );
    return rowsJump({ table, now: rows, past: former, flow: false });
  });
}
