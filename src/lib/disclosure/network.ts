import { circulation, signOf } from "./circulation.js";
import { cheapestPath, type Demand, type Path, type Terrain } from "./cycle.js";
import type { Grid } from "./grid.js";
import { thinLines } from "./line.js";
import { HiddenNetwork } from "./maxFlow.js";
import type { Sensitive } from "./sensitive.js";
import { insiders } from "./singleton.js";

/**
 * Complementary suppression of a two-way table by the network method: each sensitive cell, widest
 * protection first, is closed into the cheapest cycles along which it can rise and fall by its
 * protection levels; the cells of these cycles are hidden. Then the hidden cells of a line must rest
 * together on enough companies, and a company alone in its cell, who knows its value, must not be
 * able to compute another sensitive cell of its line.
 *
 * `cost` says what hiding a cell loses (1 or more; `Infinity`: never hide it); `hidden` gives cells
 * to hide anyway. Zero cells are never added: everyone may know them to be empty. A heuristic: the
 * mask is not always the smallest, and a cell that cannot be protected is left to the audit to find.
 *
 * Returns the mask, 1 for a hidden cell.
 */
export function suppress(
  grid: Grid,
  sensitive: readonly Sensitive[],
  cost: Float64Array,
  hidden: Uint8Array = new Uint8Array(grid.value.length),
): Uint8Array {
  const mask = hidden.slice();
  for (const { cell } of sensitive) mask[cell] = 1;
  const terrain: Terrain = {
    network: circulation(grid),
    hidden: mask,
    cost: cost.map((price, cell) => (grid.value[cell]! > 0 ? price : Number.POSITIVE_INFINITY)),
    flow: new Float64Array(grid.value.length),
  };
  const widest = [...sensitive].sort(
    (a, b) => b.lower + b.upper - (a.lower + a.upper) || a.cell - b.cell,
  );
  for (const target of widest) protect(terrain, target, demandOf(grid, target));
  fillThinLines(grid, terrain);
  guardFromInsiders(grid, terrain, widest);
  return mask;
}

/** Rise and fall of f asked for a cell: those of its value, swapped for a margin. */
function demandOf(grid: Grid, { cell, lower, upper }: Sensitive): Demand {
  return signOf(grid, cell) === 1
    ? { along: upper, against: lower }
    : { along: lower, against: upper };
}

/** Hides the cheaper of: one cycle that serves both ways; one or several for each way. */
function protect(terrain: Terrain, { cell }: Sensitive, demand: Demand): void {
  const both = cheapestPath(terrain, cell, demand);
  if (both?.cost === 0) return;
  const before = terrain.hidden.slice();
  const cost =
    protectOneWay(terrain, cell, { along: demand.along, against: 0 }) +
    protectOneWay(terrain, cell, { along: 0, against: demand.against });
  if (!both || both.cost > cost) return;
  terrain.hidden.set(before);
  hide(terrain, both);
}

/** Hides one wide path, or when there is none as many narrow ones as it takes; returns the cost. */
function protectOneWay(terrain: Terrain, cell: number, demand: Demand): number {
  if (demand.along === 0 && demand.against === 0) return 0;
  const single = cheapestPath(terrain, cell, demand);
  if (single) return hide(terrain, single);
  const rise = demand.along > 0;
  const { tolerance } = terrain.network;
  const sliver: Demand = rise
    ? { along: 2 * tolerance, against: 0 }
    : { along: 0, against: 2 * tolerance };
  let cost = 0;
  for (let needed = Math.max(demand.along, demand.against); needed > tolerance; ) {
    const path = cheapestPath(terrain, cell, sliver);
    if (!path) {
      cost = Number.POSITIVE_INFINITY;
      break;
    }
    cost += hide(terrain, path);
    needed -= push(terrain, path, rise, needed);
  }
  terrain.flow.fill(0);
  return cost;
}

function hide({ hidden }: Terrain, { cells, cost }: Path): number {
  for (const cell of cells) hidden[cell] = 1;
  return cost;
}

/** Sends as much as the path carries, `needed` at most; cells alternate column → row, row → column. */
function push({ network, flow }: Terrain, { cells }: Path, rise: boolean, needed: number): number {
  const falls = (position: number): boolean => (position % 2 === 0) === rise;
  const room = (cell: number, position: number): number =>
    falls(position) ? network.backward[cell]! + flow[cell]! : network.forward[cell]! - flow[cell]!;
  const amount = Math.min(needed, ...cells.map(room));
  for (const [position, cell] of cells.entries()) {
    flow[cell]! += falls(position) ? -amount : amount;
  }
  return amount;
}

/**
 * Hides in every thin line its cheapest other cell, closed into a cycle so that it cannot be
 * computed in its turn. Such a cell rests on enough companies, or it would be hidden already.
 */
function fillThinLines(grid: Grid, terrain: Terrain): void {
  for (const { parts } of thinLines(grid, terrain.hidden)) {
    const cycles = parts
      .filter((part) => terrain.hidden[part] === 0 && Number.isFinite(terrain.cost[part]!))
      .map((part) => cycleThrough(terrain, part));
    const cheapest = cheapestOf(cycles);
    if (cheapest) hide(terrain, cheapest);
  }
}

/** The cheapest cycle that leaves a cell uncertain, the cell first. */
function cycleThrough(terrain: Terrain, cell: number): Path | undefined {
  const path = cheapestOf(UNCERTAINTIES.map((demand) => cheapestPath(terrain, cell, demand)));
  return path && { cells: [cell, ...path.cells], cost: path.cost + terrain.cost[cell]! };
}

/** Hides a way round every company alone in its cell from which another cell could be computed. */
function guardFromInsiders(grid: Grid, terrain: Terrain, sensitive: readonly Sensitive[]): void {
  const { network, hidden } = terrain;
  let flows = new HiddenNetwork(network, hidden);
  const limit = 2 * network.tolerance;
  for (const { cell } of sensitive) {
    for (const known of insiders(grid, sensitive, cell)) {
      if (flows.slack(cell, true, limit, known) > network.tolerance) continue;
      if (flows.slack(cell, false, limit, known) > network.tolerance) continue;
      const path = cheapestOf(
        UNCERTAINTIES.map((demand) => cheapestPath(terrain, cell, demand, known)),
      );
      if (!path) continue;
      hide(terrain, path);
      flows = new HiddenNetwork(network, hidden);
    }
  }
}

/** One unit either way is enough for a cell not to be known exactly. */
const UNCERTAINTIES: readonly Demand[] = [
  { along: 1, against: 0 },
  { along: 0, against: 1 },
];

function cheapestOf(paths: readonly (Path | undefined)[]): Path | undefined {
  let best: Path | undefined;
  for (const path of paths) if (path && (!best || path.cost < best.cost)) best = path;
  return best;
}
