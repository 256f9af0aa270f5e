import { describe, expect, it } from "vitest";
import { median, robustSpread } from "../../../src/lib/stats/median.js";

describe("median", () => {
  it("is the middle value, or the mean of the two middle ones", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe("robustSpread", () => {
  it("is that of R's mad on 1 to 9, whatever one of them becomes", () => {
    // mad(1:9) is 2.9652; so is mad(c(1:8, 1000)).
    expect(robustSpread([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(2.9652, 4);
    expect(robustSpread([1, 2, 3, 4, 5, 6, 7, 8, 1000])).toBeCloseTo(2.9652, 4);
  });

  it("is nothing for a single value", () => {
    expect(robustSpread([42])).toBe(0);
  });
});
