import { scoreCuts } from "./scoreCuts.js";
import { thinned } from "./thinned.js";

export interface RocPoint {
  /** Rows of at least this score are flagged; null where nothing is. */
  threshold: number | null;
  falsePositiveRate: number;
  truePositiveRate: number;
}

/**
 * The ROC curve, from (0, 0) to (1, 1), one point a distinct score from the highest down. Rates
 * are NaN with one class only.
 */
export function rocCurve(scores: ArrayLike<number>, outcomes: ArrayLike<number>): RocPoint[] {
  const { cuts, rows, events } = scoreCuts(scores, outcomes);
  const origin = { threshold: null, falsePositiveRate: 0, truePositiveRate: 0 };
  const points = cuts.map(({ threshold, flagged, truePositives }) => ({
    threshold,
    falsePositiveRate: (flagged - truePositives) / (rows - events),
    truePositiveRate: truePositives / events,
  }));
  return [origin, ...points];
}

/**
 * At most `limit` points of a ROC curve, for a figure: its ends, its convex hull (the only points
 * a threshold is ever best at; F. Provost, T. Fawcett, Machine Learning 42, 2001), then points
 * spread along the curve.
 */
export function thinnedRocCurve(curve: RocPoint[], limit = 200): RocPoint[] {
  return thinned(curve, hull(curve), (p) => p.falsePositiveRate + p.truePositiveRate, limit);
}

/** Indices of the upper convex hull, by A. Andrew's monotone chain (IPL 9, 1979). */
function hull(curve: RocPoint[]): number[] {
  const chain: number[] = [];
  for (let i = 0; i < curve.length; i++) {
    while (chain.length >= 2 && !turnsRight(curve, chain.at(-2)!, chain.at(-1)!, i)) chain.pop();
    chain.push(i);
  }
  return chain;
}

function turnsRight(curve: RocPoint[], a: number, b: number, c: number): boolean {
  const [from, by, to] = [curve[a]!, curve[b]!, curve[c]!];
  const across =
    (by.falsePositiveRate - from.falsePositiveRate) * (to.truePositiveRate - from.truePositiveRate);
  const along =
    (by.truePositiveRate - from.truePositiveRate) * (to.falsePositiveRate - from.falsePositiveRate);
  return across < along;
}
