import type { Level } from "../levels.js";
import { featuresOf } from "./featuresOf.js";
import type { Input, NumberInput } from "./inputs.js";
import type { Shown } from "./profiles.js";
import { scoreCompany } from "./scoreCompany.js";
import { levelOf, type SimulatedModel } from "./simulate.js";

/** The value nearest to its own from which one input alone gives another level, all else equal. */
export interface LevelChange {
  input: NumberInput;
  from: number;
  to: number;
  /** Of the thresholds alone, before the rules of experts. */
  level: Level;
  /** Length of the change, in standard deviations of the training sample. */
  cost: number;
}

/**
 * The smallest changes of level that one number can make, by increasing length: for each input, the
 * nearest value of its grid, on either side, whose level is another. A counterfactual explanation in
 * the sense of S. Wachter, B. Mittelstadt and C. Russell (Harvard Journal of Law & Technology 31,
 * 2018): what the formula would answer, not what a company can do (`lib/counterfactual` tells that).
 */
export function levelChanges(
  model: SimulatedModel,
  inputs: readonly Input[],
  shown: Shown,
): LevelChange[] {
  const levelWith = (name: string, value: number): Level =>
    levelOf(
      model,
      scoreCompany(model, featuresOf(inputs, { ...shown, [name]: value })).probability,
    );
  return inputs
    .flatMap((input) => {
      const from = shown[input.name];
      if (input.kind !== "number" || typeof from !== "number") return [];
      if (!Number.isFinite(input.deviation)) return [];
      const at = (value: number): Level => levelWith(input.name, value);
      return nearest(input, from, at).map(({ to, level }): LevelChange => {
        const cost = Math.abs(to - from) / input.deviation;
        return { input, from, to, level, cost };
      });
    })
    .sort((a, b) => a.cost - b.cost);
}

/** At most one value on each side. */
function nearest(
  { min, max, step }: NumberInput,
  from: number,
  levelAt: (value: number) => Level,
): { to: number; level: Level }[] {
  const own = levelAt(from);
  const side = (end: number) => {
    const count = Math.round(Math.abs(end - from) / step);
    const at = (index: number): number =>
      Number((from + Math.sign(end - from) * index * step).toFixed(6));
    const differs = (index: number): boolean => levelAt(at(index)) !== own;
    if (count === 0 || !differs(count)) return [];
    const to = at(firstTrue(count, differs));
    return [{ to, level: levelAt(to) }];
  };
  return [...side(min), ...side(max)];
}

/** By bisection: the score never turns back along a number, unless a flag made from it pulls the other way. */
function firstTrue(last: number, test: (index: number) => boolean): number {
  let [no, yes] = [0, last];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
