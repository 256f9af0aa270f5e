import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../src/lib/indicators.js";
import { indicatorOf } from "../../src/lib/labels.js";
import { againstAll, sectorFinding, sideBySideFinding } from "../../src/lib/sectorFindings.js";

const rate = indicatorOf("taux_ouverture_12m");
const openings = indicatorOf("ouvertures_12m");
/** Spaces as typed, so that sentences read here as they are written. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("sectorFinding", () => {
  it("sets a rate against all sectors, and a count as a share of them", () => {
    expect(plain(sectorFinding(rate, "Construction", 3.4, 2.5))).toBe(
      "Construction : le taux d’ouverture de procédures collectives s’élève à 3,4 %, contre 2,5 % tous secteurs",
    );
    expect(plain(sectorFinding(openings, "Construction", 30, 120))).toBe(
      "Construction : les ouvertures de procédures collectives s’élèvent à 30, 25,0 % de l’ensemble des secteurs",
    );
  });

  it("says that a value is under secrecy, and leaves out a comparison that is", () => {
    expect(sectorFinding(rate, "Énergie", "s", 2.5)).toMatch(/: secret statistique$/);
    expect(plain(sectorFinding(rate, "Énergie", 3, "s"))).toMatch(/s’élève à 3,0 %$/);
    expect(plain(sectorFinding(openings, "Énergie", 3, "s"))).toMatch(/s’élèvent à 3$/);
  });

  it("never tells a share of a total that is null or zero", () => {
    for (const total of [null, 0, undefined, "s"] as const) {
      expect(againstAll(openings, 3, total)).toBe("part de l’ensemble non disponible");
    }
  });
});

describe("sideBySideFinding", () => {
  const told = (a: number | "s" | null, b: number | "s" | null, indicator = rate) =>
    plain(
      sideBySideFinding(indicator, { name: "Bretagne", value: a }, { name: "Normandie", value: b }),
    );

  it("tells the gap of two rates in points", () => {
    expect(told(2.9, 2.5)).toBe(
      "Le taux d’ouverture de procédures collectives : 2,9 % (Bretagne), 2,5 % (Normandie), un écart de 0,4 point",
    );
    expect(told(2.51, 2.49)).toMatch(/sans écart$/);
  });

  it("does not tell the gap of counts, nor of what is hidden", () => {
    expect(told(30, 120, openings)).toMatch(/30 \(Bretagne\), 120 \(Normandie\)$/);
    expect(told("s", 2.5)).toMatch(/secret statistique \(Bretagne\), 2,5 % \(Normandie\)$/);
  });

  it("has a sentence for every indicator", () => {
    for (const indicator of INDICATORS) expect(told(1, 2, indicator)).toMatch(/^\p{Lu}.* : /u);
  });
});
