import type { Circulation } from "./circulation.js";

/**
 * Maximum flows over the hidden cells of a table, by shortest augmenting paths (Edmonds and Karp,
 * JACM 1972). Built once per mask, asked once or twice per cell.
 */
export class HiddenNetwork {
  private readonly edges: Int32Array[] = [];
  private readonly flow: Float64Array;
  private readonly cameBy: Int32Array;
  private readonly queue: Int32Array;

  constructor(
    private readonly network: Circulation,
    hidden: Uint8Array,
  ) {
    const { rows, columns } = network;
    const lists: number[][] = Array.from({ length: rows + columns + 2 }, () => []);
    for (let cell = 0; cell < hidden.length; cell++) {
      if (hidden[cell] === 0) continue;
      lists[this.rowNode(cell)]?.push(cell);
      lists[this.columnNode(cell)]?.push(cell);
    }
    this.edges = lists.map((list) => Int32Array.from(list));
    this.flow = new Float64Array(hidden.length);
    this.cameBy = new Int32Array(lists.length);
    this.queue = new Int32Array(lists.length);
  }

  /**
   * How far f can rise (`rise`) or fall on `cell` through the other hidden cells, `known` being
   * fixed when given; stops as soon as `limit` is reached. In the unit of the values.
   */
  slack(cell: number, rise: boolean, limit = Number.POSITIVE_INFINITY, known = -1): number {
    const own = (rise ? this.network.forward : this.network.backward)[cell]!;
    const source = rise ? this.columnNode(cell) : this.rowNode(cell);
    const sink = rise ? this.rowNode(cell) : this.columnNode(cell);
    const wanted = Math.min(own, limit);
    let total = 0;
    this.flow.fill(0);
    while (total < wanted && this.findPath(source, sink, cell, known)) {
      total += this.push(source, sink, wanted - total);
    }
    return Math.min(total, own);
  }

  private rowNode(cell: number): number {
    return Math.floor(cell / (this.network.columns + 1));
  }

  private columnNode(cell: number): number {
    return this.network.rows + 1 + (cell % (this.network.columns + 1));
  }

  private residual(cell: number, fromRow: boolean): number {
    const flow = this.flow[cell]!;
    return fromRow ? this.network.forward[cell]! - flow : this.network.backward[cell]! + flow;
  }

  private findPath(source: number, sink: number, excluded: number, known: number): boolean {
    const { cameBy, queue, edges } = this;
    const { rows, tolerance } = this.network;
    cameBy.fill(-1);
    let head = 0;
    let tail = 0;
    queue[tail++] = source;
    while (head < tail) {
      const node = queue[head++]!;
      const fromRow = node <= rows;
      for (const cell of edges[node]!) {
        if (cell === excluded || cell === known) continue;
        const next = fromRow ? this.columnNode(cell) : this.rowNode(cell);
        if (next === source || cameBy[next] !== -1) continue;
        if (this.residual(cell, fromRow) <= tolerance) continue;
        cameBy[next] = cell;
        if (next === sink) return true;
        queue[tail++] = next;
      }
    }
    return false;
  }

  private push(source: number, sink: number, most: number): number {
    let amount = most;
    this.walkBack(source, sink, (cell, fromRow) => {
      amount = Math.min(amount, this.residual(cell, fromRow));
    });
    if (amount === Number.POSITIVE_INFINITY) return amount;
    this.walkBack(source, sink, (cell, fromRow) => {
      this.flow[cell]! += fromRow ? amount : -amount;
    });
    return amount;
  }

  private walkBack(
    source: number,
    sink: number,
    visit: (cell: number, fromRow: boolean) => void,
  ): void {
    for (let node = sink; node !== source; ) {
      const cell = this.cameBy[node]!;
      const fromRow = node > this.network.rows;
      visit(cell, fromRow);
      node = fromRow ? this.rowNode(cell) : this.columnNode(cell);
    }
  }
}
