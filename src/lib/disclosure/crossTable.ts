import type { Dimension } from "./dimension.js";
import type { Equation, Table } from "./table.js";

/** One innermost cell. */
export interface Leaf {
  /** Category of each dimension, as a position in its labels. */
  at: readonly number[];
  value: number;
  contributors: number;
  largest: number;
  second: number;
}

/** A table crossing dimensions; its cells are numbered with the last dimension running fastest. */
export interface CrossTable extends Table {
  dimensions: readonly Dimension[];
}

/**
 * Adds innermost cells up into every total of every dimension, crossed. A company is taken to be in
 * one innermost cell only: contributors add up, and the largest contributions of a total are the
 * largest of its parts.
 */
export function crossTable(dimensions: readonly Dimension[], leaves: readonly Leaf[]): CrossTable {
  const strides = stridesOf(dimensions);
  const size = dimensions.reduce((product, { labels }) => product * labels.length, 1);
  const table: CrossTable = {
    dimensions,
    value: new Float64Array(size),
    contributors: new Float64Array(size),
    largest: new Float64Array(size),
    second: new Float64Array(size),
    equations: equationsOf(dimensions, strides, size),
    grandTotal: 0,
  };
  const ancestors = dimensions.map(ancestorsOf);
  for (const leaf of leaves) {
    let cells = [0];
    for (const [d, category] of leaf.at.entries())
      cells = ancestors[d]![category]!.flatMap((at) =>
        cells.map((cell) => cell + at * strides[d]!),
      );
    for (const cell of cells) add(table, cell, leaf);
  }
  return table;
}

/** Labels of a cell, one a dimension. */
export function labelsOf({ dimensions }: CrossTable, cell: number): string[] {
  const strides = stridesOf(dimensions);
  return dimensions.map(({ labels }, d) => labels[Math.floor(cell / strides[d]!) % labels.length]!);
}

function stridesOf(dimensions: readonly Dimension[]): number[] {
  const strides = dimensions.map(() => 1);
  for (let d = dimensions.length - 2; d >= 0; d--)
    strides[d] = strides[d + 1]! * dimensions[d + 1]!.labels.length;
  return strides;
}

function equationsOf(
  dimensions: readonly Dimension[],
  strides: readonly number[],
  size: number,
): Equation[] {
  const equations: Equation[] = [];
  for (const [d, { labels, children }] of dimensions.entries()) {
    const stride = strides[d]!;
    for (let cell = 0; cell < size; cell++) {
      const category = Math.floor(cell / stride) % labels.length;
      const below = children[category]!;
      if (below.length === 0) continue;
      const parts = below.map((child) => cell + (child - category) * stride);
      equations.push({ total: cell, parts });
    }
  }
  return equations;
}

/** Each category with everything it is part of. */
function ancestorsOf({ labels, children }: Dimension): number[][] {
  const parent = labels.map(() => -1);
  for (const [category, below] of children.entries())
    for (const child of below) parent[child] = category;
  return labels.map((_, category) => {
    const chain: number[] = [];
    for (let at = category; at !== -1; at = parent[at]!) chain.push(at);
    return chain;
  });
}

function add(table: Table, cell: number, { value, contributors, largest, second }: Leaf): void {
  table.value[cell]! += value;
  table.contributors[cell]! += contributors;
  const first = table.largest[cell]!;
  table.second[cell] = Math.max(Math.min(first, largest), table.second[cell]!, second);
  table.largest[cell] = Math.max(first, largest);
}
