import { describe, expect, it } from "vitest";
import { monotoneCuts } from "../../../src/lib/metrics/monotoneCuts.js";
import { weightOfEvidence } from "../../../src/lib/metrics/weightOfEvidence.js";

/** Rows of value 0, 1, 2…: so many events, then so many others, of each. */
function sample(...bins: [events: number, others: number][]) {
  const rows = bins.flatMap(([events, others], value) =>
    Array.from({ length: events + others }, (_, i) => ({ value, outcome: i < events ? 1 : 0 })),
  );
  return [rows.map(({ value }) => value), rows.map(({ outcome }) => outcome)] as const;
}

describe("monotone cuts", () => {
  it("pools the two bins that break a rising order, with the information value computed by hand", () => {
    const [values, outcomes] = sample([1, 9], [3, 7], [2, 8], [5, 5]);
    const cuts = monotoneCuts(values, outcomes, [1, 2, 3]);
    expect(cuts).toEqual([1, 3]);
    const byHand =
      (1 / 11 - 9 / 29) * Math.log(29 / 99) +
      (5 / 11 - 15 / 29) * Math.log((5 * 29) / (11 * 15)) +
      (5 / 11 - 5 / 29) * Math.log(29 / 11);
    expect(weightOfEvidence(values, outcomes, cuts).iv).toBeCloseTo(byHand, 12);
  });

  it("falls when the risk does", () => {
    expect(monotoneCuts(...sample([5, 5], [2, 8], [3, 7], [1, 9]), [1, 2, 3])).toEqual([1, 3]);
  });

  it("leaves no bin without events or without others, nor an empty one", () => {
    expect(monotoneCuts(...sample([0, 10], [1, 9], [0, 0], [4, 6], [5, 0]), [1, 2, 3, 4])).toEqual([
      3,
    ]);
  });

  it("ignores missing values", () => {
    const [values, outcomes] = sample([1, 9], [5, 5]);
    expect(monotoneCuts([...values, Number.NaN], [...outcomes, 1], [1])).toEqual([1]);
  });

  it("cuts nothing when the share never moves or nobody failed", () => {
    expect(monotoneCuts(...sample([1, 9], [1, 9]), [1])).toEqual([]);
    expect(monotoneCuts(...sample([0, 9], [0, 9]), [1])).toEqual([]);
  });
});
