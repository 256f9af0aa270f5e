import { describe, expect, it } from "vitest";
import { fairnessFinding, segmentRates, widestGap } from "../../src/lib/fairness.js";
import type { PublicSegment } from "../../src/lib/publicEvaluation.js";

const segment = (
  dimension: PublicSegment["dimension"],
  label: string,
  rate: [number, number, number] | null,
): PublicSegment => ({
  dimension,
  label,
  companies: 100,
  alertRate: rate && { low: rate[0], value: rate[1], high: rate[2] },
  missRate: null,
});

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

const SEGMENTS = [
  segment("taille", "petites", [0.05, 0.06, 0.08]),
  segment("taille", "grandes", [0.01, 0.02, 0.03]),
  segment("age", "jeunes", [0.02, 0.04, 0.09]),
  segment("age", "anciennes", [0.01, 0.02, 0.04]),
  segment("region", "Bretagne", null),
];

describe("rates by segment", () => {
  it("hold only what secrecy lets through", () => {
    const rates = segmentRates(SEGMENTS, "alertRate");
    expect(rates.map(({ label }) => label)).not.toContain("Bretagne");
    expect(segmentRates(SEGMENTS, "missRate")).toEqual([]);
  });

  it("two segments differ when their intervals stay apart, within one dimension", () => {
    const gap = widestGap(segmentRates(SEGMENTS, "alertRate"));
    expect(gap?.map(({ label }) => label)).toEqual(["petites", "grandes"]);
    expect(widestGap(segmentRates(SEGMENTS.slice(2), "alertRate"))).toBeUndefined();
  });

  it("the title says what is found, and that nothing is when nothing is", () => {
    const rates = segmentRates(SEGMENTS, "alertRate");
    expect(plain(fairnessFinding(rates, "alertRate", 0.04))).toBe(
      "« petites » : 6,0 % de cas signalés, contre 2,0 % pour « grandes »",
    );
    expect(plain(fairnessFinding(rates.slice(2), "alertRate", 0.1))).toBe(
      "« anciennes » : 2,0 % de cas signalés, contre 10,0 % de l’ensemble",
    );
    expect(fairnessFinding(rates.slice(2), "alertRate", 0.03)).toMatch(/ne diffère pas nettement/);
  });
});
