import { describe, expect, test } from "vitest";
import { Random } from "../../../loaders/demo/random.js";
import { type PairedOutcome, riskDifference } from "../../../src/lib/matching/pairedOutcome.js";
import { pairUp, type RiskSet, type Unit } from "../../../src/lib/matching/pairing.js";
import { standardisedDifference } from "../../../src/lib/matching/standardisedDifference.js";

const unit = (id: string, score: number, ...covariates: number[]): Unit => ({
  id,
  score,
  covariates,
});

/** A spread that makes the caliper about 0.2 × 2 = 0.4. */
const WIDE = [unit("y", -3, 0), unit("z", 3, 0)];

const idsOf = (sets: RiskSet<Unit>[]) =>
  pairUp(sets).pairs.map(({ treated, control }) => [treated.id, control.id]);

describe("pairing", () => {
  test("takes the nearest by the covariates among those whose score is within the caliper", () => {
    const candidates = [...WIDE, unit("near", 0.3, 5), unit("alike", 0.3, 1), unit("far", 1.5, 0)];
    expect(idsOf([{ treated: unit("t", 0, 0), candidates }])).toEqual([["t", "alike"]]);
  });

  test("leaves aside a unit without anyone near enough, and says so", () => {
    const treated = unit("t", 0, 0);
    const { pairs, unpaired } = pairUp([{ treated, candidates: WIDE }]);
    expect(pairs).toEqual([]);
    expect(unpaired).toEqual([treated]);
  });

  test("takes no control twice, and serves the first treated first", () => {
    const candidates = [...WIDE, unit("a", 0, 1), unit("b", 0, 4)];
    const sets = [
      { treated: unit("t1", 0, 2), candidates },
      { treated: unit("t2", 0, 1), candidates },
    ];
    expect(idsOf(sets)).toEqual([
      ["t1", "a"],
      ["t2", "b"],
    ]);
  });

  test("does not depend on the order of the candidates: ties go to the first identifier", () => {
    const candidates = [...WIDE, unit("b", 0, 1), unit("a", 0, 1)];
    const treated = unit("t", 0, 0);
    expect(idsOf([{ treated, candidates }])).toEqual([["t", "a"]]);
    expect(idsOf([{ treated, candidates: candidates.toReversed() }])).toEqual([["t", "a"]]);
  });

  test("of nobody is no pair", () => {
    expect(pairUp([])).toEqual({ pairs: [], unpaired: [] });
  });
});

/**
 * An economy where the follow-up goes to those most at risk, and takes `effect` off the risk of an
 * event: a comparison of means would blame the follow-up for it.
 */
function economy(seed: number, effect: number, size = 600) {
  const random = new Random(seed, "economy");
  const risk = (score: number) => 1 / (1 + Math.exp(-score));
  const draw = (id: string) => unit(id, 1.2 * random.normal() - 1, random.normal());
  const candidates = Array.from({ length: 3 * size }, (_, i) => draw(`c${i}`));
  const treated = Array.from({ length: 30 * size }, (_, i) => draw(`t${i}`))
    .filter(({ score }) => random.chance(0.12 * risk(score + 1)))
    .slice(0, size);
  const event = new Map<Unit, boolean>();
  for (const one of candidates) event.set(one, random.chance(risk(one.score)));
  for (const one of treated) event.set(one, random.chance(Math.max(0, risk(one.score) - effect)));
  return { sets: treated.map((one) => ({ treated: one, candidates })), event, candidates };
}

function estimate({ sets, event }: ReturnType<typeof economy>) {
  const outcome: PairedOutcome = { both: 0, treatedOnly: 0, controlOnly: 0, neither: 0 };
  for (const { treated, control } of pairUp(sets).pairs) {
    const [here, there] = [event.get(treated), event.get(control)];
    if (here && there) outcome.both++;
    else if (here) outcome.treatedOnly++;
    else if (there) outcome.controlOnly++;
    else outcome.neither++;
  }
  return riskDifference(outcome)!;
}

describe("on an economy whose truth is known", () => {
  const rate = (units: readonly Unit[], event: Map<Unit, boolean>) =>
    units.filter((one) => event.get(one)).length / units.length;

  test("no effect: the plain comparison accuses the follow-up, the pairs do not", () => {
    const made = economy(3, 0);
    const treated = made.sets.map((set) => set.treated);
    expect(rate(treated, made.event) - rate(made.candidates, made.event)).toBeGreaterThan(0.05);
    const { low, high } = estimate(made);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  test("an effect of 12 points is found within its interval, which leaves 0 out", () => {
    // Where the risk is under 12 % the effect is the whole risk: a little less than 12 points on average.
    const { low, high } = estimate(economy(4, 0.12));
    expect(low).toBeLessThan(-0.1);
    expect(high).toBeGreaterThan(-0.12);
    expect(high).toBeLessThan(0);
  });

  test("the intervals of 25 economies without effect miss it a few times at most", () => {
    let missed = 0;
    for (let seed = 10; seed < 35; seed++) {
      const { low, high } = estimate(economy(seed, 0, 150));
      if (low > 0 || high < 0) missed++;
    }
    expect(missed).toBeLessThanOrEqual(4);
  });

  test("what was far apart before the pairing is alike after it", () => {
    const { sets, candidates } = economy(3, 0);
    const { pairs } = pairUp(sets);
    const scoreOf = (units: readonly Unit[]) => units.map(({ score }) => score);
    const before = standardisedDifference(scoreOf(sets.map((s) => s.treated)), scoreOf(candidates));
    const after = standardisedDifference(
      scoreOf(pairs.map(({ treated }) => treated)),
      scoreOf(pairs.map(({ control }) => control)),
    );
    expect(before).toBeGreaterThan(0.4);
    expect(Math.abs(after!)).toBeLessThan(0.1);
  });
});

test("a standardised difference is that of means over the pooled deviation", () => {
  // Means 2 and 4, variances 1 and 1.
  expect(standardisedDifference([1, 2, 3], [3, 4, 5])).toBeCloseTo(-2, 12);
  expect(standardisedDifference([1, 1], [1, 1])).toBe(0);
  expect(standardisedDifference([1], [1, 2])).toBeNull();
});
