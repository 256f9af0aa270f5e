import { describe, expect, it } from "vitest";
import { compareRegion, MOST_ALIKE } from "../../src/lib/comparableRegion.js";
import { comparisonNotes, standardisedFinding } from "../../src/lib/comparisonFindings.js";
import type { Cell, StructuresTable } from "../../src/lib/tables.js";

type Row = StructuresTable["territories"][number];

/** Companies and openings of the industry and of construction; the totals are their sums unless given. */
function place(
  code: string,
  companies: [Cell, Cell],
  openings: [Cell, Cell],
  total: [Cell, Cell] = [sum(companies), sum(openings)],
): Row {
  const parts = { denominators: [total[0], ...companies], numerators: [total[1], ...openings] };
  return {
    code,
    name: `Région ${code}`,
    slug: code,
    level: code === "FR" ? "france" : "region",
    parent: null,
    rates: { taux_ouverture_12m: parts, part_en_delai: parts },
  };
}

const sum = (cells: Cell[]): number => cells.reduce<number>((a, b) => a + Number(b), 0);

/** Half industry at 2 %, half construction at 6 %: 4 %. */
const FRANCE = place("FR", [5000, 5000], [100, 300]);
/** A fifth of industry at 2 %, four fifths of construction at 5.5 %: 4.8 %, 3.75 % with the sectors of France. */
const HERE = place("01", [200, 800], [4, 44]);

const tableOf = (...territories: Row[]): StructuresTable => ({
  sectors: ["Total", "BE", "FZ"],
  months: { taux_ouverture_12m: "2026-09", part_en_delai: "2026-08" },
  territories: [FRANCE, HERE, ...territories],
});
const openings = (...territories: Row[]) =>
  compareRegion(tableOf(...territories), "01", "taux_ouverture_12m")!;

describe("compareRegion", () => {
  it("standardises on the sectors of France and splits the gap with it", () => {
    const { region, france, effects } = openings();
    expect(region.raw).toBeCloseTo(4.8, 12);
    expect(region.standardised.value).toBeCloseTo(3.75, 12);
    expect(france).toBeCloseTo(4, 12);
    // By hand: structure (−0.3 × 4 + 0.3 × 11.5) ÷ 2 = 1.125; own (0 × 0.7 − 0.5 × 1.3) ÷ 2 = −0.325.
    expect(effects?.structure).toBeCloseTo(1.125, 12);
    expect(effects?.own).toBeCloseTo(-0.325, 12);
    expect(effects?.rest).toBeCloseTo(0, 12);
  });

  it("keeps the régions whose sectors are most alike, nearest first", () => {
    const others = [30, 100, 210, 250, 130, 185, 200].map((industry, index) =>
      place(`1${index}`, [industry, 1000 - industry], [1, 40]),
    );
    const { alike } = openings(...others);
    expect(alike.map(({ territory }) => territory.code)).toEqual(["16", "12", "15", "13", "14"]);
    expect(alike.map(({ distance }) => Math.round(1000 * distance))).toEqual([0, 10, 15, 50, 70]);
    expect(alike).toHaveLength(MOST_ALIKE);
  });

  it("calls best the lowest standardised rate among them, not the lowest rate", () => {
    // Observed 3.1 %, standardised 2.9 %; observed 4 %, standardised 2.2 %.
    const low = place("11", [240, 760], [6, 25]);
    const better = place("12", [100, 900], [0, 40]);
    const hidden = place("13", [200, 800], ["s", 1], [1000, "s"]);
    const { best } = openings(low, better, hidden);
    expect(best?.territory.code).toBe("12");
    expect(best?.standardised.value).toBeCloseTo(50 * (0 + 40 / 900), 12);
  });

  it("turns to the indirect way, for all, where rates by sector are hidden", () => {
    const known = place("11", [2000, 8000], [20, 240]);
    const { method, region, alike, effects } = openings(
      known,
      place("12", [200, 800], ["s", "s"], [1000, 26]),
    );
    expect(method).toBe("indirect");
    // By hand: with national rates, 0.2 × 2 % + 0.8 × 6 % = 5.2 %, 1.3 times that of France.
    expect(region.standardised.value).toBeCloseTo(4.8 / 1.3, 12);
    expect(alike.map(({ standardised }) => standardised.value)).toEqual([
      expect.closeTo(2.6 / 1.3, 12),
      expect.closeTo(2.6 / 1.3, 12),
    ]);
    expect(effects?.structure).toBeCloseTo(1.2, 12);
    expect(effects?.own).toBeCloseTo(-0.4, 12);
  });

  it("has no best where a rise is neither good nor bad, nor where nothing is published", () => {
    const other = place("11", [200, 800], [4, 20]);
    expect(compareRegion(tableOf(other), "01", "part_en_delai")?.best).toBeNull();
    expect(openings(place("11", [200, 800], ["s", "s"], [1000, "s"])).best).toBeNull();
  });

  it("compares nothing that cannot be standardised or that no source tells, and refuses an unknown région", () => {
    expect(compareRegion(tableOf(), "01", "evolution_effectif")).toBeNull();
    expect(compareRegion(tableOf(), "01", "part_activite_partielle")).toBeNull();
    expect(compareRegion(tableOf(), "01", "part_en_delai")?.month).toBe("2026-08");
    expect(() => compareRegion(tableOf(), "99", "taux_ouverture_12m")).toThrow(RangeError);
  });
});

describe("the words of a comparison", () => {
  it("state the standardised rate, where the gap comes from and the best comparable région", () => {
    const comparison = openings(
      place("11", [2000, 8000], [20, 240]),
      place("12", [3000, 7000], [60, 350]),
    );
    expect(standardisedFinding(comparison)).toBe(
      "À structure sectorielle égale, le taux d’ouverture de procédures collectives serait de 3,8\u202f% en Région 01, contre 4,0\u202f% en France",
    );
    const [gap, best, ...rest] = comparisonNotes(comparison);
    expect(gap).toBe(
      "L’écart observé avec la France est de +0,8\u00a0point, dont +1,1\u00a0point parce que ses secteurs ne pèsent pas comme en France et −0,3\u00a0point parce que, dans un même secteur, les taux y diffèrent (décomposition de Kitagawa).",
    );
    expect(best).toBe(
      "Meilleure région comparable : Région 11 (2,0\u202f%), parmi les 2 régions dont les secteurs ressemblent le plus aux siens.",
    );
    expect(rest).toEqual([]);
  });

  it("say when chance alone may make the difference, and when none is better", () => {
    const worse = [place("11", [20, 80], [1, 9]), place("12", [30, 70], [2, 9])];
    expect(comparisonNotes(openings(place("13", [20, 80], [0, 4]), ...worse))[1]).toContain(
      "hasard",
    );
    expect(comparisonNotes(openings(...worse))[1]).toBe(
      "Aucune valeur n’est meilleure parmi les 2 régions dont les secteurs ressemblent le plus aux siens.",
    );
  });

  it("say which share of France is covered when a sector is not published", () => {
    const three = (code: string, openings: Cell): Row => ({
      ...place(code, [0, 0], [0, 0]),
      rates: {
        taux_ouverture_12m: {
          denominators: [1000, 400, 450, 150],
          numerators: ["s", 8, 9, openings],
        },
      },
    });
    const partly = compareRegion(
      {
        sectors: ["Total", "BE", "FZ", "LZ"],
        months: { taux_ouverture_12m: "2026-09" },
        territories: [three("FR", 3), three("01", "s")],
      },
      "01",
      "taux_ouverture_12m",
    )!;
    expect(comparisonNotes(partly)).toEqual([
      "Calcul sur les secteurs publiés des deux côtés, soit 85\u202f% de la France, où leur taux est de 2,0\u202f%.",
    ]);
    const hidden = place("01", [200, "s"], [4, "s"], [1000, 44]);
    const comparison = compareRegion(
      { ...tableOf(), territories: [FRANCE, hidden] },
      "01",
      "taux_ouverture_12m",
    )!;
    expect(standardisedFinding(comparison)).toContain("secret statistique");
    expect(comparisonNotes(comparison).at(-1)).toBe(
      "Les secteurs publiés ne font que 20\u202f% de la région : il en faut 80\u202f% pour comparer à structure égale.",
    );
  });
});
