import { VigieError } from "../error.js";
import { circulation, signOf } from "./circulation.js";
import type { Grid } from "./grid.js";
import { thinLines } from "./line.js";
import { HiddenNetwork } from "./maxFlow.js";
import type { Sensitive } from "./sensitive.js";
import { insiders } from "./singleton.js";

/** A way to learn too much from the published cells. */
export interface Attack {
  cell: number;
  /**
   * `published`: a sensitive cell is not hidden; `interval`: the published cells confine it more
   * than its protection allows; `singleton`: the only contributor of another hidden cell can compute
   * it; `line`: the hidden cells of its row or column rest together on too few companies.
   */
  kind: "published" | "interval" | "singleton" | "line";
  low: number;
  high: number;
}

export interface Audit {
  /** What anyone can deduce of each cell from the published ones; the value itself when published. */
  low: Float64Array;
  high: Float64Array;
  attacks: Attack[];
}

/**
 * Attacks a protected table as a reader would, knowing the published cells, that the table adds up
 * and that no value is negative (nor above `grid.upper`). The interval of each hidden cell is exact:
 * two maximum flows. Written apart from the suppression so that one does not vouch for itself.
 */
export function audit(grid: Grid, hidden: Uint8Array, sensitive: readonly Sensitive[]): Audit {
  const network = circulation(grid);
  const flows = new HiddenNetwork(network, hidden);
  const low = grid.value.slice();
  const high = grid.value.slice();
  for (let cell = 0; cell < hidden.length; cell++) {
    if (hidden[cell] === 0) continue;
    const follows = signOf(grid, cell) === 1;
    high[cell]! += flows.slack(cell, follows);
    low[cell]! -= flows.slack(cell, !follows);
  }
  const attacks = [
    ...intervalAttacks(grid, hidden, sensitive, low, high, network.tolerance),
    ...singletonAttacks(grid, hidden, sensitive, flows, network.tolerance),
    ...lineAttacks(grid, hidden, sensitive),
  ];
  return { low, high, attacks };
}

/**
 * Refuses a table that does not pass its audit.
 * @throws VigieError `disclosure-unsafe`
 */
export function assertSafe({ attacks }: Audit, table: string): void {
  if (attacks.length === 0) return;
  throw new VigieError(
    "disclosure-unsafe",
    `Le tableau « ${table} » ne passe pas le contrôle du secret statistique : ${attacks.length} cellule(s) peuvent être déduites des cellules publiées`,
    "Rien n’a été publié. Regroupez des modalités du tableau ou retirez-le de la publication.",
  );
}

function intervalAttacks(
  grid: Grid,
  hidden: Uint8Array,
  sensitive: readonly Sensitive[],
  low: Float64Array,
  high: Float64Array,
  tolerance: number,
): Attack[] {
  const attacks: Attack[] = [];
  for (const { cell, lower, upper } of sensitive) {
    const found = { cell, low: low[cell]!, high: high[cell]! };
    const value = grid.value[cell]!;
    const wide = found.low <= value - lower + tolerance && found.high >= value + upper - tolerance;
    if (hidden[cell] === 0) attacks.push({ ...found, kind: "published" });
    else if (!wide) attacks.push({ ...found, kind: "interval" });
  }
  return attacks;
}

/** The FAQ's situations « two singletons » and « a singleton and another primary cell » in one line. */
function singletonAttacks(
  grid: Grid,
  hidden: Uint8Array,
  sensitive: readonly Sensitive[],
  flows: HiddenNetwork,
  tolerance: number,
): Attack[] {
  const attacks: Attack[] = [];
  const limit = 2 * tolerance;
  for (const { cell } of sensitive) {
    if (hidden[cell] === 0) continue;
    for (const known of insiders(grid, sensitive, cell)) {
      if (flows.slack(cell, true, limit, known) > tolerance) continue;
      if (flows.slack(cell, false, limit, known) > tolerance) continue;
      const value = grid.value[cell]!;
      attacks.push({ cell, kind: "singleton", low: value, high: value });
    }
  }
  return attacks;
}

function lineAttacks(grid: Grid, hidden: Uint8Array, sensitive: readonly Sensitive[]): Attack[] {
  const isSensitive = new Set(sensitive.map(({ cell }) => cell));
  return thinLines(grid, hidden)
    .flatMap(({ parts }) => parts)
    .filter((cell) => hidden[cell] === 1 && isSensitive.has(cell))
    .map((cell) => ({ cell, kind: "line", low: grid.value[cell]!, high: grid.value[cell]! }));
}
