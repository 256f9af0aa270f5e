/**
 * At most `limit` (≥ 2) points of a curve, in order: its ends, the `kept` indices, then those
 * nearest to equal steps of `position`, which must not decrease along the curve. When the kept
 * ones alone exceed the limit, they are themselves spread.
 */
export function thinned<Point>(
  curve: Point[],
  kept: number[],
  position: (point: Point) => number,
  limit: number,
): Point[] {
  if (curve.length <= limit) return curve;
  const ends = [0, curve.length - 1];
  const chosen = new Set([...ends, ...kept]);
  if (chosen.size > limit) return spread(kept, limit).map((i) => curve[i]!);
  const first = position(curve[0]!);
  const length = position(curve.at(-1)!) - first;
  const steps = limit - chosen.size;
  let at = 0;
  for (let step = 1; step <= steps; step++) {
    const target = first + (length * step) / (steps + 1);
    while (at < curve.length - 1 && position(curve[at]!) < target) at++;
    chosen.add(at);
  }
  return [...chosen].sort((a, b) => a - b).map((i) => curve[i]!);
}

/** `count` of the indices, evenly by rank, ends included. */
function spread(indices: number[], count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => indices[Math.round((i * (indices.length - 1)) / (count - 1))]!,
  );
}
