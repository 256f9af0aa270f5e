import { describe, expect, it } from "vitest";
import { Random } from "../../../loaders/demo/random.js";

const first = (...key: (string | number)[]): number[] => {
  const random = new Random(...key);
  return Array.from({ length: 5 }, () => random.uniform());
};

describe("Random", () => {
  it("gives the same numbers for the same key and others for another key", () => {
    expect(first(1, "debit", 7)).toEqual(first(1, "debit", 7));
    expect(first(1, "debit", 7)).not.toEqual(first(1, "debit", 8));
    expect(first(1, "debit", 7)).not.toEqual(first(2, "debit", 7));
  });

  it("draws standard normals: mean 0 and variance 1, within four standard errors", () => {
    const random = new Random("normal");
    const n = 20_000;
    const draws = Array.from({ length: n }, () => random.normal());
    const mean = draws.reduce((sum, z) => sum + z, 0) / n;
    const variance = draws.reduce((sum, z) => sum + z * z, 0) / n;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });

  it("has streams that do not move together", () => {
    const n = 20_000;
    let product = 0;
    for (let i = 0; i < n; i++) {
      product += new Random(1, "a", i).normal() * new Random(1, "b", i).normal();
    }
    expect(Math.abs(product / n)).toBeLessThan(4 / Math.sqrt(n));
  });

  it("picks in proportion to weights", () => {
    const random = new Random("weights");
    const n = 20_000;
    let a = 0;
    for (let i = 0; i < n; i++) {
      if (random.weighted([["a", 3] as const, ["b", 1] as const]) === "a") a++;
    }
    expect(a / n).toBeCloseTo(0.75, 1);
  });
});
