import { describe, expect, it } from "vitest";
import { hasStableSeason } from "../../../src/lib/seasonal/stableSeason.js";

describe("hasStableSeason", () => {
  it("decides as scipy.stats.kruskal does at 1 %, ties included", () => {
    // scipy 1.10.1, kruskal(*[v[i::4] for i in range(4)]).pvalue.
    expect(hasStableSeason([3, 7, 2, 9, 4, 8, 2, 11, 3, 9, 1, 9, 5, 7, 2, 12], 4)).toBe(true); // 0.0029
    expect(hasStableSeason([3, 7, 2, 9, 4, 2, 8, 1, 9, 3, 1, 7, 5, 7, 6, 2], 4)).toBe(false); // 0.91
    expect(hasStableSeason([5, 9, 4, 9, 5, 6, 5, 8, 4, 8, 3, 4], 4)).toBe(false); // 0.12
  });

  it("sees none in a constant", () => {
    expect(hasStableSeason(new Array(48).fill(0), 12)).toBe(false);
  });
});
