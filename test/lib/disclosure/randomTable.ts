import { type CrossTable, crossTable, type Leaf } from "../../../src/lib/disclosure/crossTable.js";
import { buildDimension, type Dimension } from "../../../src/lib/disclosure/dimension.js";

/** A reproducible sequence of numbers in [0, 1) (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A dimension of `groups` groups of `each` leaves, or of `each` leaves when there is no group. */
export function dimensionOf(name: string, groups: number, each: number): Dimension {
  const leaf = (group: number, i: number) => `${name}${group}.${i}`;
  const leavesOf = (group: number) => Array.from({ length: each }, (_, i) => leaf(group, i));
  if (groups === 0) return buildDimension({ name }, leavesOf(0));
  const tree = Object.fromEntries(
    Array.from({ length: groups }, (_, group) => [`${name}${group}`, leavesOf(group)]),
  );
  return buildDimension({ name, tree }, []);
}

/**
 * A table of random companies of very uneven sizes, some cells empty; `mean` companies a cell before
 * the categories' own uneven weights.
 */
export function randomTable(
  dimensions: readonly Dimension[],
  mean: number,
  seed: number,
  sized = true,
): CrossTable {
  const random = sequence(seed);
  const weights = dimensions.map(({ labels }) => labels.map(() => 2 * random() ** 2));
  const leaves: Leaf[] = [];
  const visit = (at: number[]): void => {
    const dimension = dimensions[at.length];
    if (dimension) {
      for (const [category, children] of dimension.children.entries())
        if (children.length === 0) visit([...at, category]);
      return;
    }
    const weight = at.reduce((product, category, d) => product * weights[d]![category]!, 1);
    const contributors = Math.floor(2 * random() * mean * weight);
    leaves.push({ at, ...companiesOf(contributors, random, sized) });
  };
  visit([]);
  return crossTable(dimensions, leaves);
}

function companiesOf(contributors: number, random: () => number, sized: boolean) {
  const sizes = Array.from({ length: contributors }, () =>
    sized ? Math.ceil(20 / (random() + 0.02)) : 1,
  ).sort((a, b) => b - a);
  const value = sizes.reduce((sum, size) => sum + size, 0);
  return { contributors, value, largest: sizes[0] ?? 0, second: sizes[1] ?? 0 };
}
