/** How a variable differs between two groups of rows. */
export interface MeanDifference {
  name: string;
  /** Means of known values; NaN when there is none. */
  first: number;
  second: number;
  /** Difference of the means, in standard deviations of both groups together; NaN when it has no spread. */
  standardised: number;
}

/**
 * Standardised differences of means, from the largest (P. Austin, Statistics in Medicine 28, 2009):
 * `isFirst` tells the group of each row, empty values are left out.
 */
export function meanDifferences(
  isFirst: ArrayLike<boolean>,
  columns: Readonly<Record<string, ArrayLike<number | null>>>,
): MeanDifference[] {
  return Object.entries(columns)
    .map(([name, values]) => ({ name, ...differenceOf(isFirst, values) }))
    .sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
}

function differenceOf(isFirst: ArrayLike<boolean>, values: ArrayLike<number | null>) {
  const groups = [0, 1].map(() => ({ n: 0, sum: 0, squares: 0 }));
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    const group = groups[isFirst[row] ? 0 : 1]!;
    group.n++;
    group.sum += value;
    group.squares += value * value;
  }
  const [a, b] = groups as [(typeof groups)[0], (typeof groups)[0]];
  const [first, second] = [a.sum / a.n, b.sum / b.n];
  const variance = ({ n, sum, squares }: typeof a) => squares / n - (sum / n) ** 2;
  const spread = Math.sqrt((variance(a) + variance(b)) / 2);
  return { first, second, standardised: spread > 0 ? (first - second) / spread : Number.NaN };
}

const size = ({ standardised }: MeanDifference): number => Math.abs(standardised) || 0;
