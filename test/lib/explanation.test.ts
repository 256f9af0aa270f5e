import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainScore, type VariableContribution } from "../../src/lib/explanation.js";

const SAMPLES = new URL(
  "../../../shared/samples/explications/explications-mai-2021.jsonl",
  import.meta.url,
);
const present = existsSync(SAMPLES);
const absent = present ? "" : " (skipped: ../shared absent)";

/** Columns by variable, and intercepts, of the two models of 2021 (domain document, §4.2 and §4.3). */
const FINANCIAL = [
  "financier_court_terme",
  "interets",
  "ca",
  "equilibre_financier",
  "endettement",
  "degre_immo_corporelle",
  "liquidite_reduite",
  "poids_bfr_exploitation",
  "productivite_capital_investi",
  "rentabilite_economique",
  "rentabilite_nette",
];
const GROUPS: Record<string, [group: string, columns: number]> = {
  ...Object.fromEntries(FINANCIAL.map((name) => [name, ["sante_financiere", 1]])),
  retards_paiement: ["retards_paiement", 7],
  apart_heures_consommees: ["activite_partielle", 1],
  apart_heures_consommees_cumulees: ["activite_partielle", 1],
  ratio_dette: ["dette_urssaf", 1],
  avg_delta_dette_par_effectif: ["dette_urssaf", 1],
};
const INTERCEPTS: Record<string, number> = { default: -1.264016, small: -0.46662 };

interface PublishedRecord {
  algo: string;
  macroExpl: Record<string, number>;
  microExpl: Record<string, number>;
  macroRadar: Record<string, number>;
  selectConcerning: [string, string][];
  selectReassuring: [string, string][];
}

const records: PublishedRecord[] = present
  ? readFileSync(SAMPLES, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];

/** Contributions in log-odds, from the shares that a record publishes. */
function contributionsOf({ algo, microExpl }: PublishedRecord): VariableContribution[] {
  const scale = INTERCEPTS[algo]! / microExpl.model_offset!;
  const shares = Object.values(microExpl).reduce((sum, share) => sum + Math.abs(share), 0);
  // The classes of payment delays are published as one variable: what they cancel is missing.
  const cancelled = Math.max(0, 1 - shares) * scale;
  return Object.keys(microExpl)
    .filter((name) => name !== "model_offset")
    .map((variable) => {
      const [group, columns] = GROUPS[variable]!;
      const contribution = microExpl[variable]! * scale;
      const magnitude = Math.abs(contribution) + (columns > 1 ? cancelled : 0);
      return { variable, group, columns, contribution, magnitude };
    });
}

describe.skipIf(!present)(`the 196 published explanations of May 2021${absent}`, () => {
  test("are all there", () => expect(records).toHaveLength(196));

  test("are rebuilt: shares at 1e-12, radar at 2e-6, selections without exception", () => {
    for (const record of records) {
      const own = explainScore(INTERCEPTS[record.algo]!, contributionsOf(record));
      for (const [group, share] of Object.entries(record.macroExpl))
        expect(Math.abs(own.macroExpl[group]! - share)).toBeLessThan(1e-12);
      for (const [variable, share] of Object.entries(record.microExpl))
        expect(Math.abs(own.microExpl[variable]! - share)).toBeLessThan(1e-12);
      for (const [group, axis] of Object.entries(record.macroRadar))
        expect(Math.abs(own.macroRadar[group]! - axis)).toBeLessThan(2e-6);
      expect(own.selectConcerning).toEqual(record.selectConcerning);
      expect(own.selectReassuring).toEqual(record.selectReassuring);
    }
  });
});

describe("an explanation", () => {
  const number = fc.double({ min: -20, max: 20, noNaN: true, noDefaultInfinity: true });
  const variables = fc.array(
    fc
      .record({
        variable: fc.uuid(),
        group: fc.constantFrom("dette", "emploi", "finances"),
        columns: fc.integer({ min: 1, max: 8 }),
        contribution: number,
      })
      .map((one) => ({ ...one, magnitude: Math.abs(one.contribution) })),
    { minLength: 1, maxLength: 12 },
  );

  test("adds up: absolute shares to 1, groups to their variables, both to the log-odds", () => {
    fc.assert(
      fc.property(number, variables, (intercept, contributions) => {
        fc.pre(Math.abs(intercept) > 1e-6);
        const { macroExpl, microExpl } = explainScore(intercept, contributions);
        const micro = Object.values(microExpl);
        const scale = intercept / microExpl.model_offset!;
        const eta = contributions.reduce((sum, one) => sum + one.contribution, intercept);
        expect(micro.reduce((sum, share) => sum + Math.abs(share), 0)).toBeCloseTo(1, 9);
        expect(micro.reduce((sum, share) => sum + share, 0) * scale).toBeCloseTo(eta, 9);
        const macro = Object.values(macroExpl).reduce((sum, share) => sum + share, 0);
        expect(macro * scale).toBeCloseTo(eta, 9);
      }),
    );
  });

  test("tells nothing of a contribution below 4θ = 0.28, on either side", () => {
    const of = (contribution: number) =>
      explainScore(-1, [{ variable: "v", group: "g", columns: 1, contribution, magnitude: 1 }]);
    expect(of(0.2799).selectConcerning).toEqual([]);
    expect(of(0.2801).selectConcerning).toEqual([["g", "v"]]);
    expect(of(-0.2799).selectReassuring).toEqual([]);
    expect(of(-0.2801).selectReassuring).toEqual([["g", "v"]]);
  });
});
