/** A non-decreasing step map, linear between its points and flat outside: scikit-learn’s `IsotonicRegression`. */
export interface IsotonicMap {
  x: number[];
  y: number[];
}

interface Block {
  from: number;
  to: number;
  sum: number;
  weight: number;
}

/**
 * The non-decreasing map from score to probability nearest to the outcomes in squared error, by
 * pooling adjacent violators (M. Ayer et al., Ann. Math. Statist. 26, 1955; B. Zadrozny, C. Elkan,
 * KDD 2002). Equal scores are averaged first. Only the ends of each flat stretch are kept.
 */
export function fitIsotonic(scores: ArrayLike<number>, outcomes: ArrayLike<number>): IsotonicMap {
  const order = Array.from({ length: scores.length }, (_, i) => i);
  order.sort((a, b) => scores[a]! - scores[b]!);
  const blocks: Block[] = [];
  for (const i of order) {
    const score = scores[i]!;
    const last = blocks.at(-1);
    if (last && last.from === score && last.to === score) {
      last.sum += outcomes[i]!;
      last.weight++;
    } else {
      pool(blocks);
      blocks.push({ from: score, to: score, sum: outcomes[i]!, weight: 1 });
    }
  }
  pool(blocks);
  const map: IsotonicMap = { x: [], y: [] };
  for (const { from, to, sum, weight } of blocks)
    for (const x of from === to ? [from] : [from, to]) {
      map.x.push(x);
      map.y.push(sum / weight);
    }
  return map;
}

/** Merges the last blocks while they go down. */
function pool(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.sum * last.weight < last.sum * before.weight) return;
    blocks.pop();
    before.to = last.to;
    before.sum += last.sum;
    before.weight += last.weight;
  }
}

/** The value of the map at a score. */
export function applyIsotonic({ x, y }: IsotonicMap, score: number): number {
  if (score <= x[0]!) return y[0]!;
  if (score >= x.at(-1)!) return y.at(-1)!;
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= score) low = middle;
    else high = middle;
  }
  const share = (score - x[low]!) / (x[high]! - x[low]!);
  return y[low]! + share * (y[high]! - y[low]!);
}
