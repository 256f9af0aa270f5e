import { describe, expect, it } from "vitest";
import {
  comparisonFinding,
  rankFinding,
  trendFinding,
  yearlyChange,
} from "../../src/lib/findings.js";
import { INDICATORS } from "../../src/lib/indicators.js";
import { indicatorOf } from "../../src/lib/labels.js";
import type { Cell } from "../../src/lib/tables.js";

const openings = indicatorOf("ouvertures_12m");
const rate = indicatorOf("taux_ouverture_12m");
/** Thirteen months, of which only the ends matter. */
const year = (before: Cell, last: Cell): Cell[] => [before, ...new Array(11).fill(1), last];

describe("trendFinding", () => {
  it("compares the last month with the same one a year before", () => {
    expect(trendFinding(openings, year(100, 112), "en Bretagne")).toBe(
      "Les ouvertures de procédures collectives ont augmenté de 12,0\u202f% en un an en Bretagne",
    );
    expect(trendFinding(rate, year(2.9, 2.5), "en France")).toBe(
      "Le taux d’ouverture de procédures collectives a diminué de 0,4\u00a0point en un an en France",
    );
  });

  it("compares with a year before whatever the number of periods in a year", () => {
    const quarters = [100, 1, 1, 1, 112];
    expect(trendFinding(openings, quarters, "dans le Nord", 4)).toContain("augmenté de 12");
  });

  it("says that nothing moved rather than a change of zero", () => {
    expect(trendFinding(openings, year(100, 100), "en Corse")).toContain("n’ont pas varié");
    expect(trendFinding(rate, year(2, 2), "en Corse")).toContain("n’a pas varié");
  });

  it("says that it is not published when an end is hidden or the series is short", () => {
    for (const values of [year("s", 4), year(4, "s"), [1, 2, 3]]) {
      expect(trendFinding(openings, values, "à Mayotte")).toMatch(/non publiée$/);
    }
  });

  it("has a subject for every indicator", () => {
    for (const indicator of INDICATORS) {
      expect(trendFinding(indicator, year(1, 2), "en France")).toMatch(
        /^\p{Lu}.* (a|ont) augmenté de .* en un an en France$/u,
      );
    }
  });
});

describe("rankFinding", () => {
  const rows = [
    { label: "Industrie", value: 2 },
    { label: "Construction", value: 4.6 },
    { label: "Énergie", value: "s" as const },
  ];

  it("names the highest and counts the published ones only", () => {
    expect(rankFinding(rate, rows, ["secteurs", "publiés"])).toBe(
      "Construction : 4,6\u202f%, la valeur la plus élevée des 2 secteurs publiés",
    );
  });

  it("names all of those that are first together", () => {
    const tie = [...rows, { label: "Transports", value: 4.6 }];
    expect(rankFinding(rate, tie, ["secteurs", "publiés"])).toMatch(/^Construction, Transports :/);
  });

  it("counts leaders too many to be named, and says when nothing differs", () => {
    const zeros = ["A", "B", "C"].map((label) => ({ label, value: 0 }));
    const pair = ["secteurs", "publiés"] as const;
    expect(rankFinding(rate, zeros, pair)).toBe(
      "0,0\u202f% pour les 3 secteurs publiés, sans différence",
    );
    expect(rankFinding(rate, [...zeros, { label: "D", value: -1 }], pair)).toMatch(
      /^3 secteurs à égalité : 0,0/,
    );
  });

  it("claims no rank of one value, nor of none", () => {
    expect(rankFinding(rate, rows.slice(0, 1), ["secteurs", "publiés"])).toMatch(/seule valeur/);
    expect(rankFinding(rate, rows.slice(2), ["secteurs", "publiés"])).toBe("Aucune valeur publiée");
  });
});

describe("comparisonFinding", () => {
  const bretagne = { code: "53", name: "Bretagne" };

  it("sets a territory against France", () => {
    expect(comparisonFinding(rate, bretagne, 2.9, 2.5)).toBe(
      "Le taux d’ouverture de procédures collectives est de 2,9\u202f% en Bretagne, contre 2,5\u202f% en France",
    );
  });

  it("gives away nothing of a hidden value", () => {
    expect(comparisonFinding(rate, bretagne, "s", 2.5)).toMatch(
      /en Bretagne : secret statistique$/,
    );
    expect(comparisonFinding(rate, bretagne, 2.9, "s")).not.toContain("France");
  });
});

it("tells the change over a year in words", () => {
  expect(yearlyChange(openings, year(100, 90))).toBe("en baisse de 10,0\u202f% sur un an");
});
