/**
 * Case weights that give both classes the same total: n / (2 n_class), scikit-learn’s
 * `class_weight="balanced"`. Rows whose outcome is missing get 0. `outcome` holds 0 and 1.
 */
export function balancedWeights(outcome: ArrayLike<number>): Float64Array {
  let events = 0;
  let others = 0;
  for (let i = 0; i < outcome.length; i++) {
    if (outcome[i] === 1) events++;
    else if (outcome[i] === 0) others++;
  }
  const total = events + others;
  const weightOf = (y: number) => {
    if (y === 1) return total / (2 * events);
    return y === 0 ? total / (2 * others) : 0;
  };
  return Float64Array.from(outcome, weightOf);
}
