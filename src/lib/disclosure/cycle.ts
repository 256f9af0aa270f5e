import type { Circulation } from "./circulation.js";

/** What a path must let through: `along` when f rises on the cell it closes, `against` when it falls. */
export interface Demand {
  along: number;
  against: number;
}

export interface Path {
  cells: number[];
  /** Sum of the costs of the cells not hidden yet. */
  cost: number;
}

/** Cells that may carry the path: current amounts of f, mask, costs of hiding, cells left aside. */
export interface Terrain {
  network: Circulation;
  hidden: Uint8Array;
  cost: Float64Array;
  flow: Float64Array;
}

/** Keeps paths short among free cells; far below any cost of hiding, which is 1 or more. */
const STEP = 1e-6;

/**
 * Cheapest path from the column of `closing` back to its row, which closes a cycle through it, by
 * Dijkstra's algorithm on the dense bipartite graph. Hidden cells are free; cells of infinite cost
 * and those of `aside` are not used.
 */
export function cheapestPath(
  { network, hidden, cost, flow }: Terrain,
  closing: number,
  { along, against }: Demand,
  aside = -1,
): Path | undefined {
  const width = network.columns + 1;
  const firstColumn = network.rows + 1;
  const nodes = firstColumn + width;
  const source = firstColumn + (closing % width);
  const sink = Math.floor(closing / width);
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  distance[source] = 0;
  for (;;) {
    const node = nearest(distance, done);
    if (node === -1) return undefined;
    if (node === sink) break;
    done[node] = 1;
    const fromRow = node < firstColumn;
    const [begin, end] = fromRow ? [firstColumn, nodes] : [0, firstColumn];
    for (let next = begin; next < end; next++) {
      if (done[next] === 1) continue;
      const cell = fromRow ? node * width + next - firstColumn : next * width + node - firstColumn;
      if (cell === closing || cell === aside) continue;
      const price = distance[node]! + STEP + (hidden[cell] === 1 ? 0 : cost[cell]!);
      if (price >= distance[next]!) continue;
      const rise = network.forward[cell]! - flow[cell]!;
      const fall = network.backward[cell]! + flow[cell]!;
      if ((fromRow ? rise : fall) < along || (fromRow ? fall : rise) < against) continue;
      distance[next] = price;
      cameBy[next] = cell;
    }
  }
  return trace(network, cameBy, source, sink, hidden, cost);
}

function nearest(distance: Float64Array, done: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < distance.length; node++) {
    if (done[node] === 1 || distance[node]! >= least) continue;
    best = node;
    least = distance[node]!;
  }
  return best;
}

function trace(
  { rows, columns }: Circulation,
  cameBy: Int32Array,
  source: number,
  sink: number,
  hidden: Uint8Array,
  cost: Float64Array,
): Path {
  const path: Path = { cells: [], cost: 0 };
  for (let node = sink; node !== source; ) {
    const cell = cameBy[node]!;
    path.cells.push(cell);
    if (hidden[cell] === 0) path.cost += cost[cell]!;
    const row = Math.floor(cell / (columns + 1));
    node = node === row ? rows + 1 + (cell % (columns + 1)) : row;
  }
  path.cells.reverse();
  return path;
}
