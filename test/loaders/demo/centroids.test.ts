import { expect, it } from "vitest";
import { CENTROIDS } from "../../../loaders/demo/centroids.js";
import { DEPARTEMENTS } from "../../../loaders/geography.js";

it("every département has a middle, in mainland France unless overseas", () => {
  expect(CENTROIDS.size).toBe(101);
  for (const { code, zone } of DEPARTEMENTS) {
    const { latitude, longitude } = CENTROIDS.get(code)!;
    if (zone !== "metro") continue;
    // Extreme points of mainland France and Corsica (IGN), rounded outwards.
    expect(latitude).toBeGreaterThan(41.3);
    expect(latitude).toBeLessThan(51.1);
    expect(longitude).toBeGreaterThan(-5.2);
    expect(longitude).toBeLessThan(9.6);
  }
});
