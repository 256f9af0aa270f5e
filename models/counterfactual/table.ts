import type { DuckDBConnection } from "../../loaders/duckdb.js";
import type { Counterfactual, Option } from "../../src/lib/counterfactual/counterfactual.js";
import type { Frame } from "../../src/lib/fit/frame.js";

/**
 * Fills the temporary table `contrefactuels`, one row a company, option and change, in that order:
 * `level` is what the thresholds alone give and `option` counts from 0, the smallest. A company whose
 * level nothing realistic would lower has one row without option.
 */
export async function createCounterfactuals(
  connection: DuckDBConnection,
  { siren }: Pick<Frame, "siren">,
  month: string,
  found: readonly (Counterfactual | undefined)[],
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE lignes (siren VARCHAR, level VARCHAR,
    option INTEGER, ordre INTEGER, lever VARCHAR, "before" DOUBLE, "after" DOUBLE, cost DOUBLE,
    eta DOUBLE, probability DOUBLE, level_after VARCHAR)`);
  const appender = await connection.createAppender("lignes");
  for (const [row, one] of found.entries()) {
    if (!one) continue;
    for (const line of linesOf(one)) {
      appender.appendVarchar(siren[row]!);
      for (const cell of line) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === "string") appender.appendVarchar(cell);
        else appender.appendDouble(cell);
      }
      appender.endRow();
    }
  }
  appender.closeSync();
  await connection.run(`CREATE OR REPLACE TEMP TABLE contrefactuels AS
    SELECT siren, DATE '${month}' AS periode, * EXCLUDE (siren) FROM lignes`);
}

/** What is read back, in order; the file has no use for the rank of a change. */
export const COUNTERFACTUALS =
  "SELECT * EXCLUDE (ordre) FROM contrefactuels ORDER BY siren, option, ordre";

type Cell = string | number | null;

function linesOf({ level, options }: Counterfactual): Cell[][] {
  if (options.length === 0) return [[level, ...new Array<null>(9).fill(null)]];
  return options.flatMap((option, rank) =>
    changesOf(option).map((cells) => [level, rank, ...cells]),
  );
}

function changesOf({ changes, cost, eta, probability, level }: Option): Cell[][] {
  return changes.map(({ lever, from, to }, order) => [
    ...[order, lever, from, to],
    ...[cost, eta, probability, level],
  ]);
}
