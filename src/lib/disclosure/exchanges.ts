import type { Requirement } from "./requirement.js";
import { cellsOf, roomAbove, type Table } from "./table.js";

/** A change of hidden cells that keeps every sum: by how much each cell moves. */
export type Exchange = ReadonlyMap<number, number>;

/** Left by cancelling ±1 against ±1; sums of a table give whole numbers. */
const NOTHING = 1e-9;

/**
 * A basis of the changes of the hidden cells that keep every sum (the null space of the equations, by
 * Gaussian elimination): each moves one cell no other one of the basis moves, and what follows from
 * it. Every one is an alternative table an attacker cannot rule out, found without solving a program.
 */
export class ExchangeBasis {
  readonly #exchanges: Exchange[];
  readonly #of = new Map<number, Exchange[]>();

  constructor(
    readonly table: Table,
    mask: ArrayLike<number>,
  ) {
    this.#exchanges = nullSpace(table, mask);
    for (const exchange of this.#exchanges)
      for (const cell of exchange.keys()) {
        const others = this.#of.get(cell);
        if (others) others.push(exchange);
        else this.#of.set(cell, [exchange]);
      }
  }

  /**
   * True when some exchange, or two of them, shows that who knows the cells of `known` cannot confine
   * `cell` within what is required. False says nothing: a program has to be solved.
   */
  proves({ cell, lower, upper, slide, known }: Requirement): boolean {
    const moves = this.#movesOf(cell, known);
    const reaches = (amount: number) =>
      amount === 0 || moves.some((exchange) => this.#isPossible(exchange, cell, amount));
    if (!reaches(upper) || !reaches(-lower)) return false;
    return lower + upper >= slide || reaches(slide - lower) || reaches(-(slide - upper));
  }

  /** Exchanges that move a cell and leave others alone. */
  #movesOf(cell: number, known: readonly number[]): Exchange[] {
    const moving = this.#of.get(cell) ?? [];
    const isLeft = (exchange: Exchange) => known.every((own) => !exchange.has(own));
    const found = moving.filter(isLeft);
    if (found.length > 0) return found;
    for (const exchange of moving.slice(0, MOST_TRIED)) {
      const own = known.find((other) => exchange.has(other))!;
      for (const other of this.#of.get(own)!.slice(0, MOST_TRIED)) {
        if (other === exchange) continue;
        const both = without(exchange, other, own);
        if (both.has(cell) && isLeft(both)) found.push(both);
      }
    }
    return found;
  }

  /** No value below zero nor above its bound when the cell moves by `amount`. */
  #isPossible(exchange: Exchange, cell: number, amount: number): boolean {
    const times = amount / exchange.get(cell)!;
    for (const [other, moved] of exchange) {
      const by = times * moved;
      if (by < 0 ? -by > this.table.value[other]! : by > roomAbove(this.table, other)) return false;
    }
    return true;
  }
}

/** Pairs looked at for one cell: enough to find the short ones. Ours. */
const MOST_TRIED = 12;

/** The combination of two exchanges that leaves a cell alone. */
function without(one: Exchange, other: Exchange, cell: number): Exchange {
  const times = one.get(cell)! / other.get(cell)!;
  const both = new Map(one);
  for (const [moved, by] of other) {
    const sum = (both.get(moved) ?? 0) - times * by;
    if (Math.abs(sum) <= NOTHING) both.delete(moved);
    else both.set(moved, sum);
  }
  return both;
}

/** Reduced rows of the equations over hidden cells, then one exchange a cell that is not a pivot. */
function nullSpace(table: Table, mask: ArrayLike<number>): Exchange[] {
  const rows = new Map<number, Map<number, number>>();
  const holders = new Map<number, Set<number>>();
  const hold = (cell: number, pivot: number) => {
    const set = holders.get(cell);
    if (set) set.add(pivot);
    else holders.set(cell, new Set([pivot]));
  };
  for (const equation of table.equations) {
    const row = new Map<number, number>();
    for (const cell of cellsOf(equation))
      if (mask[cell] === 1) row.set(cell, cell === equation.total ? -1 : 1);
    for (const [cell, weight] of [...row]) {
      const pivot = rows.get(cell);
      if (pivot && row.has(cell)) subtract(row, pivot, weight);
    }
    const pivot = shortestPivot(row, holders);
    if (pivot === undefined) continue;
    const scale = row.get(pivot)!;
    for (const [cell, weight] of row) row.set(cell, weight / scale);
    for (const other of [...(holders.get(pivot) ?? [])]) {
      const target = rows.get(other)!;
      const weight = target.get(pivot)!;
      for (const cell of row.keys()) hold(cell, other);
      subtract(target, row, weight);
      for (const cell of row.keys()) if (!target.has(cell)) holders.get(cell)!.delete(other);
    }
    holders.delete(pivot);
    for (const cell of row.keys()) if (cell !== pivot) hold(cell, pivot);
    rows.set(pivot, row);
  }
  const exchanges: Exchange[] = [];
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] !== 1 || rows.has(cell)) continue;
    const exchange = new Map([[cell, 1]]);
    for (const pivot of holders.get(cell) ?? []) exchange.set(pivot, -rows.get(pivot)!.get(cell)!);
    exchanges.push(exchange);
  }
  return exchanges;
}

function subtract(row: Map<number, number>, other: Exchange, times: number): void {
  for (const [cell, weight] of other) {
    const left = (row.get(cell) ?? 0) - times * weight;
    if (Math.abs(left) <= NOTHING) row.delete(cell);
    else row.set(cell, left);
  }
}

/** The cell of a row that the fewest others hold, so that little has to be rewritten. */
function shortestPivot(
  row: ReadonlyMap<number, number>,
  holders: ReadonlyMap<number, ReadonlySet<number>>,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of row.keys()) {
    const count = holders.get(cell)?.size ?? 0;
    if (count >= least) continue;
    best = cell;
    least = count;
  }
  return best;
}
