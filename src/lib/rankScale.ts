/** Places of a measure among those of a training sample, stored with the model. */
export interface RankScale {
  /** Values of the sample, increasing. */
  knots: number[];
  /** Share of the sample below each, half of its equals counted: increasing, between 0 and 1. */
  shares: number[];
}

/** Values kept of a sample: one a hundredth, both ends included. */
const KNOTS = 101;

/**
 * Scale that replaces a measure by its mid-rank divided by the size of the sample (a « ridit »: Bross,
 * Biometrics 14, 1958): no outlier weighs more than its place, and values that are equal, such as the
 * companies without debt, share theirs. Empty values (NaN) are left out; undefined when fewer than
 * two different values are known.
 */
export function learnRankScale(values: Float64Array, knots = KNOTS): RankScale | undefined {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const last = known.length - 1;
  if (last < 1 || known[0] === known[last]) return undefined;
  const kept = new Set(
    Array.from({ length: knots }, (_, i) => known[Math.round((i * last) / (knots - 1))]!),
  );
  const scale: RankScale = { knots: [...kept], shares: [] };
  for (const knot of scale.knots) {
    const below = countBelow(known, (value) => value < knot);
    const upTo = countBelow(known, (value) => value <= knot);
    scale.shares.push((below + upTo) / 2 / known.length);
  }
  return scale;
}

/** Place of a value, interpolated between knots and kept at the ends beyond them; NaN stays NaN. */
export function rankShare({ knots, shares }: RankScale, value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  const next = countBelow(knots, (knot) => knot < value);
  if (next === 0) return shares[0]!;
  if (next === knots.length) return shares[next - 1]!;
  const [low, high] = [knots[next - 1]!, knots[next]!];
  if (value === high) return shares[next]!;
  const [from, to] = [shares[next - 1]!, shares[next]!];
  return from + ((value - low) / (high - low)) * (to - from);
}

/** How many of the first items, sorted so that those come first, satisfy the condition. */
function countBelow(sorted: ArrayLike<number>, holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}
