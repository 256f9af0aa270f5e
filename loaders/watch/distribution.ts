import { decileCuts, sharesBetween } from "../../src/lib/stats/percentiles.js";
import { chancePsi, populationStabilityIndex } from "../../src/lib/stats/psi.js";
import type { ColumnProfile } from "./profile.js";
import { CHANCE, FEWEST_ROWS } from "./thresholds.js";
import { daysBetween, drawn, type Side } from "./watched.js";

/** How far a distribution is from another. */
export interface Distance {
  psi: number;
  /** What chance explains of it. */
  chance: number;
}

/**
 * Population stability index of a column between two batches, over the deciles of the former one or
 * over the values of a code; undefined where there is neither, or too few rows. Of dates, the lesser
 * one of two: as they are, an old crisis staying where it was, and counted back from the end of their
 * batch, a rolling window staying as it was.
 */
export function distanceBetween(before: Side, now: Side): Distance | undefined {
  const [n, m] = [drawn(before), drawn(now)];
  if (Math.min(n, m) < FEWEST_ROWS) return undefined;
  const compared = sharesOf(before, now).map((shares) => ({
    psi: populationStabilityIndex(shares.before, shares.now),
    chance: chancePsi(shares.before.length, n, m, CHANCE),
  }));
  return compared.sort((a, b) => a.psi - b.psi)[0];
}

interface Shares {
  before: number[];
  now: number[];
}

/** Shares over the same classes, in each way that they may be compared. */
function sharesOf(before: Side, now: Side): Shares[] {
  const [former, current] = [before.column, now.column];
  if (former.values && current.values) return [valueShares(former.values, current.values)];
  if (!former.percentiles || !current.percentiles) return [];
  const elapsed = current.type === "DATE" ? [0, daysBetween(before, now)] : [0];
  return elapsed.map((days) => percentileShares(former.percentiles!, current.percentiles!, days));
}

function percentileShares(
  before: readonly number[],
  now: readonly number[],
  elapsed: number,
): Shares {
  const cuts = decileCuts(before);
  const current = now.map((value) => value - elapsed);
  return { before: sharesBetween(before, cuts), now: sharesBetween(current, cuts) };
}

type Values = NonNullable<ColumnProfile["values"]>;

function valueShares(before: Values, now: Values): Shares {
  const values = [...new Set([...before, ...now].map(({ value }) => value))];
  return { before: sharesAmong(before, values), now: sharesAmong(now, values) };
}

function sharesAmong(listed: Values, values: readonly string[]): number[] {
  const rows = new Map(listed.map((one) => [one.value, one.rows]));
  const total = listed.reduce((sum, one) => sum + one.rows, 0);
  return values.map((value) => (rows.get(value) ?? 0) / total);
}
