/**
 * A stream of pseudo-random whole numbers, the same for a seed on every machine: SplitMix32, the
 * 32-bit form of G. Steele, D. Lea, C. Flood, « Fast splittable pseudorandom number generators »
 * (OOPSLA 2014), with the MurmurHash3 finaliser (A. Appleby, public domain).
 *
 * @returns a function that draws a whole number in [0, bound), bound ≤ 2³²; its bias, bound / 2³²,
 * is nothing beside the error of resampling.
 */
export function draws(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + GOLDEN) >>> 0;
    let h = state;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return Math.floor((((h ^ (h >>> 16)) >>> 0) / 2 ** 32) * bound);
  };
}

/** 2³² over the golden ratio, odd: every state is visited once before any comes back. */
const GOLDEN = 0x9e3779b9;
