import { SOURCES } from "../sources/sources.js";
import { distributionJump } from "./distributionJump.js";
import type { Jump } from "./jump.js";
import type { PastBatch } from "./past.js";
import type { TableProfile } from "./profile.js";
import { scaleJump } from "./scaleJump.js";
import { nullJump, zeroJump } from "./shareJumps.js";
import { shiftJump } from "./shiftJump.js";
import { FEWEST_ROWS, isSteady } from "./thresholds.js";
import { valuesJump } from "./valuesJump.js";
import type { ColumnTest, Side } from "./watched.js";

/** The first that fires is the cause of what the next ones would see. */
const TESTS: readonly ColumnTest[] = [
  nullJump,
  zeroJump,
  valuesJump,
  shiftJump,
  scaleJump,
  distributionJump,
];

/** What jumped in the columns of the tables as read, one alert a column at most. */
export function columnJumps(
  { dateFin, profiles }: { dateFin: string; profiles: readonly TableProfile[] },
  batches: readonly PastBatch[],
): Jump[] {
  return profiles.flatMap((profile) => {
    const flow = SOURCES.find(({ name }) => name === profile.table)?.kind === "flow";
    if (profile.rows < FEWEST_ROWS) return [];
    return profile.columns.flatMap((column) => {
      const past = batches.flatMap((batch) => {
        const side = sideOf(batch, profile.table, column.column);
        return side ? [{ batch, side }] : [];
      });
      const now = { profile, column, dateFin };
      const watched = { table: profile.table, column: column.column, now, past, flow };
      const tests = isSteady(column.column) ? TESTS : [nullJump];
      return firstOf(tests.map((test) => () => test(watched)));
    });
  });
}

function firstOf(tests: readonly (() => Jump[])[]): Jump[] {
  for (const test of tests) {
    const jumps = test();
    if (jumps.length > 0) return jumps;
  }
  return [];
}

function sideOf(batch: PastBatch, table: string, name: string): Side | undefined {
  const profile = batch.profiles.find((one) => one.table === table);
  const column = profile?.columns.find((one) => one.column === name);
  if (!profile || !column || profile.rows < FEWEST_ROWS) return undefined;
  return { profile, column, dateFin: batch.dateFin };
}
