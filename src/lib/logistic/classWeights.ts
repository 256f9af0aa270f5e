/** `balanced`: both classes weigh the same in all; or what a row of each class counts for. */
export type ClassWeight = "balanced" | { event: number; other: number };

/**
 * What a row of each class counts for. Balanced: n / (2 n_class), scikit-learn’s
 * `class_weight="balanced"`, n being the rows of `used`. `outcome` holds 0 and 1.
 */
export function classWeights(
  outcome: ArrayLike<number>,
  used: ArrayLike<number>,
  rule: ClassWeight,
): { event: number; other: number } {
  if (rule !== "balanced") return rule;
  let events = 0;
  for (let i = 0; i < used.length; i++) if (outcome[used[i]!] === 1) events++;
  const others = used.length - events;
  // A class that is not there weighs nothing, rather than infinitely.
  const share = (count: number) => (count === 0 ? 0 : used.length / (2 * count));
  return { event: share(events), other: share(others) };
}
