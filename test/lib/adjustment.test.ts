import fc from "fast-check";
import { expect, test } from "vitest";
import { adjusted, type Effect, effectInWords, rise } from "../../src/lib/adjustment.js";
import type { Level } from "../../src/lib/levels.js";

const LADDER = ["aucun", "modere", "fort"] as const;
const effect = fc.constantFrom<Effect>(-1, 0, 1);

test("however many rules apply, a level moves by one at most and stays on the scale", () => {
  fc.assert(
    fc.property(fc.constantFrom<Level>(...LADDER), fc.array(effect), (level, effects) => {
      const sum = effects.reduce<number>((total, one) => total + one, 0);
      const moved = rise(level, adjusted(level, effects));
      expect(Math.abs(moved)).toBeLessThanOrEqual(1);
      if (sum === 0) expect(moved).toBe(0);
      if (sum > 0) expect(moved).toBe(level === "fort" ? 0 : 1);
      if (sum < 0) expect(moved).toBe(level === "aucun" ? 0 : -1);
    }),
  );
});

test("a rule on trial is told as such, not as one that lowers", () => {
  expect(([-1, 0, 1] as const).map(effectInWords)).toEqual([
    "−1 niveau",
    "à l’essai, sans effet",
    "+1 niveau",
  ]);
});
