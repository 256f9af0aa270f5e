import { weightOfEvidence } from "./weightOfEvidence.js";

interface Pool {
  /** Lower bound of the pool; −∞ for the first. */
  from: number;
  events: number;
  rows: number;
}

/**
 * The cuts, among increasing candidates, between which the share of events only rises, or only
 * falls, every bin holding events and others, so that its weight of evidence is finite. Adjacent
 * bins that break the order are pooled; of the two directions, the one of greater information value
 * is kept. Intervals are [a, b) and missing values are left out, as in `weightOfEvidence`. No cut
 * when no direction has two bins. Source: M. Ayer et al., « An Empirical Distribution Function for
 * Sampling with Incomplete Information », 1955 (pool adjacent violators).
 */
export function monotoneCuts(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  candidates: readonly number[],
): number[] {
  const bins = filledBins(values, outcomes, candidates);
  const [rising, falling] = [pooled(bins, 1), pooled(bins, -1)];
  if (rising.length === 0) return falling;
  if (falling.length === 0) return rising;
  const value = (cuts: readonly number[]) => weightOfEvidence(values, outcomes, cuts).iv;
  return value(falling) > value(rising) ? falling : rising;
}

function filledBins(
  values: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  candidates: readonly number[],
): Pool[] {
  const bins = [Number.NEGATIVE_INFINITY, ...candidates].map((from) => ({
    from,
    events: 0,
    rows: 0,
  }));
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const bin = bins[candidates.filter((cut) => value >= cut).length]!;
    bin.rows++;
    if (outcomes[i] === 1) bin.events++;
  }
  return bins.filter(({ rows }) => rows > 0);
}

function pooled(bins: readonly Pool[], direction: 1 | -1): number[] {
  const pools: Pool[] = [];
  for (const bin of bins) {
    pools.push(bin);
    while (pools.length > 1 && direction * (rate(pools.at(-1)!) - rate(pools.at(-2)!)) <= 0)
      pools.push(merged(...(pools.splice(-2) as [Pool, Pool])));
  }
  // In strict order, only the first and the last can be without events or without others.
  if (pools.length > 1 && isPure(pools[0]!))
    pools.unshift(merged(...(pools.splice(0, 2) as [Pool, Pool])));
  if (pools.length > 1 && isPure(pools.at(-1)!))
    pools.push(merged(...(pools.splice(-2) as [Pool, Pool])));
  return pools.slice(1).map(({ from }) => from);
}

const rate = ({ events, rows }: Pool): number => events / rows;

const isPure = ({ events, rows }: Pool): boolean => events === 0 || events === rows;

const merged = (left: Pool, right: Pool): Pool => ({
  from: left.from,
  events: left.events + right.events,
  rows: left.rows + right.rows,
});
