/** Means of every `length` consecutive values: `length - 1` fewer than the values. */
export function movingAverage(values: Float64Array, length: number): Float64Array {
  const means = new Float64Array(Math.max(values.length - length + 1, 0));
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += values[i]!;
    if (i >= length) total -= values[i - length]!;
    if (i >= length - 1) means[i - length + 1] = total / length;
  }
  return means;
}
