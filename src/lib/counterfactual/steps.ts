import { encodeValue } from "../encodeValue.js";
import type { CompiledLever } from "./compile.js";
import type { Range, Values } from "./lever.js";

/** One value the quantity can be brought to. */
export interface Step {
  to: number;
  /** Fall of the log-odds; negative when they would rise. */
  gain: number;
  /** Distance in standard deviations of the training sample, before clipping, so that nothing is free. */
  cost: number;
}

/**
 * Every value a lever can bring a company to, the nearest first; none when it has nothing to change,
 * or when what a known feature would become cannot be told.
 */
export function* stepsOf(
  { range: rangeOf, moves }: CompiledLever,
  values: Values,
): Generator<Step> {
  const range = rangeOf(values);
  if (!range) return;
  const before = moves.map(({ feature, terms }) => {
    const value = values(feature);
    return { value, columns: terms.map(({ transform }) => encodeValue(transform, value)) };
  });
  for (const to of quantities(range)) {
    let [gain, square] = [0, 0];
    for (const [index, { at, terms, sd }] of moves.entries()) {
      const { value, columns } = before[index]!;
      const after = at(values, to, range.from);
      if (Number.isNaN(after) && !Number.isNaN(value)) return;
      for (const [order, { estimate, transform }] of terms.entries()) {
        gain += estimate * (columns[order]! - encodeValue(transform, after));
      }
      if (after !== value && !Number.isNaN(after)) square += ((after - value) / sd) ** 2;
    }
    yield { to, gain, cost: Math.sqrt(square) };
  }
}

/** Multiples of the step strictly past `from`, up to `to` which is always reached when it is one. */
function* quantities({ from, to, step }: Range): Generator<number> {
  const direction = to < from ? -1 : 1;
  const first = direction < 0 ? Math.ceil(from / step) - 1 : Math.floor(from / step) + 1;
  for (let multiple = first; direction * multiple * step <= direction * to; multiple += direction) {
    yield multiple * step;
  }
}
