import fc from "fast-check";
import { expect, test } from "vitest";
import { ecoGrade, ecoIndex } from "../../src/lib/ecoIndex.js";

test("the example of the reference implementation gives its score", () => {
  // cnumr/ecoindex_python, tests/test_ecoindex.py: 100 elements, 100 requests, 100 kB → 72.
  expect(Math.round(ecoIndex({ nodes: 100, requests: 100, kilobytes: 100 }))).toBe(72);
});

test("a page at a twentieth loses 5 points weighed by 3, 2 and 1 sixths", () => {
  // Ranks 5, 2 and 1: 100 − 5 × (15 + 4 + 1) / 6.
  expect(ecoIndex({ nodes: 298, requests: 15, kilobytes: 1.37 })).toBeCloseTo(100 - 100 / 6, 12);
  expect(ecoIndex({ nodes: 0, requests: 0, kilobytes: 0 })).toBe(100);
  expect(ecoIndex({ nodes: 1e6, requests: 1e4, kilobytes: 1e6 })).toBe(0);
});

test("a heavier page never has a better score", () => {
  const cost = fc.record({
    nodes: fc.integer({ min: 0, max: 5000 }),
    requests: fc.integer({ min: 0, max: 300 }),
    kilobytes: fc.double({ min: 0, max: 9000, noNaN: true }),
  });
  fc.assert(
    fc.property(cost, fc.constantFrom("nodes", "requests", "kilobytes"), (page, name) => {
      expect(ecoIndex({ ...page, [name]: page[name] * 1.1 + 1 })).toBeLessThanOrEqual(
        ecoIndex(page),
      );
    }),
  );
});

test("grades are those of the method: strictly above 75 an A, 65 a B", () => {
  expect([75.1, 75, 65, 50, 35, 20, 5].map(ecoGrade)).toEqual(["A", "B", "C", "D", "E", "F", "G"]);
});
