import type { Rights } from "../../src/lib/agents.js";
import { LEVERS, type LeverName } from "../../src/lib/counterfactual/catalogue.js";
import type { ShownCounterfactual, ShownOption } from "../../src/lib/counterfactual/shown.js";
import type { Level } from "../../src/lib/levels.js";
import { type DuckDBConnection, literal, queryRows } from "../duckdb.js";
import { bySiren } from "./bySiren.js";

interface Row {
  siren: string;
  level: Level;
  /** Null when nothing realistic is enough; so are the columns after it. */
  option: number | null;
  lever: LeverName;
  before: number;
  after: number;
  probability: number;
  level_after: Level;
}

/**
 * What would lower the level of the listed companies, by siren; companies that the thresholds alone
 * do not flag have none. Under rights B a change of the debt is named without its figures, nor those
 * of what goes with it: weights are public, and would give the debt back.
 */
export async function readCounterfactuals(
  connection: DuckDBConnection,
  file: string,
  rights: Rights,
): Promise<Map<string, ShownCounterfactual>> {
  const rows = await queryRows<Row>(
    connection,
    `SELECT siren, level, option, lever, "before", "after", probability, level_after
     FROM read_parquet(${literal(file)}) SEMI JOIN listed USING (siren)
     ORDER BY siren, option, lever`,
  );
  return new Map(
    [...bySiren(rows, (row) => row)].map(([siren, lines]) => [
      siren,
      { level: lines[0]!.level, options: optionsOf(lines, rights) },
    ]),
  );
}

function optionsOf(rows: readonly Row[], rights: Rights): ShownOption[] {
  const options: ShownOption[] = [];
  for (const { option, lever, before, after, probability, level_after } of rows) {
    if (option === null) continue;
    options[option] ??= { changes: [], probability, level: level_after };
    options[option].changes.push({ lever, from: before, to: after });
  }
  return rights === "A" ? options : options.map(withoutFigures);
}

function withoutFigures(option: ShownOption): ShownOption {
  const isDebt = option.changes.some(({ lever }) => LEVERS[lever].family === "dette_sociale");
  if (!isDebt) return option;
  return {
    ...option,
    probability: null,
    changes: option.changes.map(({ lever }) => ({ lever, from: null, to: null })),
  };
}
