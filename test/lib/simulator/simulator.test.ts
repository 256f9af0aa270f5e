import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredRules } from "../../../models/rules/rules.js";
import { explainRow } from "../../../models/score/explainRow.js";
import { rowFrame } from "../../../models/score/rowFrame.js";
import type { DeclaredRules } from "../../../src/lib/adjustment.js";
import type { Term } from "../../../src/lib/model.js";
import { featuresOf } from "../../../src/lib/simulator/featuresOf.js";
import { type Input, inputsOf, onGrid } from "../../../src/lib/simulator/inputs.js";
import { levelChanges } from "../../../src/lib/simulator/levelChanges.js";
import { PROFILES, type Shown } from "../../../src/lib/simulator/profiles.js";
import { scoreCompany } from "../../../src/lib/simulator/scoreCompany.js";
import { resultSentence, ruleSentences } from "../../../src/lib/simulator/sentences.js";
import { levelOf, simulate } from "../../../src/lib/simulator/simulate.js";
import {
  fromAddress,
  profileValues,
  toAddress,
} from "../../../src/lib/simulator/startingValues.js";
import { fixtureModel } from "../../fixtures/model.js";

const term = (part: Partial<Term> & Pick<Term, "name" | "feature" | "transform">): Term => ({
  ...fixtureModel().terms[1]!,
  group: "dette_sociale",
  label: part.name,
  unit: "",
  mean: 0.2,
  ...part,
});
const scaled = (mean: number, sd: number, lower: number, upper: number): Term["transform"] => ({
  kind: "standardised",
  ...{ mean, sd, lower, upper },
});
const SIZE = scaled(3, 0.9, 2, 6.5);
const section: Term["transform"] = { kind: "level", values: ["I"], reference: "commerce" };
const withAccounts = { gate: { flag: "bilan_absent", value: 0 } } as const;

/** Every kind of term, a gate, and the variables the rules read. */
const MODEL = {
  ...fixtureModel(),
  base: -3,
  terms: [
    term({ name: "(Intercept)", feature: "", group: "", transform: { kind: "intercept" } }),
    term({ name: "d", feature: "dette_presente", transform: { kind: "indicator" }, estimate: 0.4 }),
    term({ name: "r", feature: "ratio_dette", transform: scaled(0.2, 0.8, 0, 5), estimate: 0.5 }),
    term({
      ...{ name: "a", feature: "avg_delta_dette_par_effectif", estimate: 0.1 },
      transform: scaled(5, 96, -300, 500),
    }),
    term({ name: "e", feature: "effectif_log", group: "emploi", transform: SIZE, estimate: -0.1 }),
    term({
      name: "v",
      feature: "effectif_variation_12m",
      group: "emploi",
      transform: scaled(0, 0.07, -0.2, 0.2),
      estimate: -0.6,
    }),
    term({
      name: "v0",
      feature: "effectif_variation_12m",
      group: "emploi",
      transform: { kind: "missing" },
      estimate: 0.3,
    }),
    term({
      name: "s",
      feature: "section",
      group: "profil",
      label: "Hébergement",
      transform: section,
      estimate: 0.7,
    }),
    term({
      name: "f",
      feature: "autonomie_financiere",
      group: "sante_financiere",
      transform: scaled(35, 25, -140, 76),
      estimate: -0.6,
      ...withAccounts,
    }),
    term({
      name: "b",
      feature: "bilan_absent",
      group: "sante_financiere",
      transform: { kind: "indicator" },
      estimate: 0.2,
    }),
  ],
  adjustments: declaredRules("2026-09"),
};

const inputs = inputsOf(MODEL);
const start = (name: string): Shown =>
  profileValues(inputs, PROFILES.find((profile) => profile.name === name)!);

const anyValue = (input: Input): fc.Arbitrary<Shown[string]> => {
  if (input.kind === "flag") return fc.constantFrom(0, 1);
  if (input.kind === "choice") return fc.constantFrom(...input.choices.map(({ value }) => value));
  const steps = Math.floor((input.max - input.min) / input.step);
  return fc.integer({ min: 0, max: steps }).map((n) => onGrid(input.min + n * input.step, input));
};
const anyCompany = fc.record(
  Object.fromEntries(inputs.map((input) => [input.name, anyValue(input)])),
) as fc.Arbitrary<Shown>;

describe("the simulator", () => {
  it("gives any company the score that « vigie explain » gives it, to 1e-12", () => {
    const columns = {
      measures: [...new Set(MODEL.terms.map(({ feature }) => feature))].filter(
        (name) => name !== "" && name !== "section",
      ),
      categories: ["section"],
    };
    fc.assert(
      fc.property(anyCompany, (shown) => {
        const features = featuresOf(inputs, shown);
        const known = [...columns.measures, "section"].map((name) => [name, features[name]]);
        const explained = explainRow(MODEL, rowFrame(Object.fromEntries(known), columns, "essai"));
        const simulated = simulate(MODEL, features);
        expect(Math.abs(simulated.score.eta - explained.eta)).toBeLessThanOrEqual(1e-12);
        expect(Math.abs(simulated.score.probability - explained.probability)).toBeLessThanOrEqual(
          1e-12,
        );
        expect(simulated.before).toBe(explained.level);
        for (const group of explained.groups) {
          const own = simulated.groups.find((one) => one.group === group.group)!;
          expect(own.contribution).toBeCloseTo(group.contribution, 12);
          expect(own.radar).toBeCloseTo(group.radar, 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("asks for the staff in people and for shares in percent", () => {
    const features = featuresOf(inputs, {
      ...start("ordinaire"),
      effectif_log: 20,
      effectif_variation_12m: -10,
    });
    expect(features.effectif_log).toBe(Math.log(20));
    expect(features.effectif_variation_12m).toBe(-0.1);
  });

  it("never lets the presence of a debt contradict its amount", () => {
    expect(inputs.map(({ name }) => name)).not.toContain("dette_presente");
    const has = (months: number) =>
      featuresOf(inputs, { ...start("ordinaire"), ratio_dette: months }).dette_presente;
    expect([has(0), has(0.1)]).toEqual([0, 1]);
  });

  it("keeps in the address what differs from the profile, and reads it back", () => {
    fc.assert(
      fc.property(anyCompany, (shown) => {
        const from = start("dette");
        for (const input of inputs) {
          const written = toAddress(shown[input.name]!, from[input.name]!);
          const read = fromAddress(input, written === "" ? null : written, from[input.name]!);
          expect(read).toBe(shown[input.name]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("takes the profile’s value for an address that cannot be read", () => {
    const size = inputs.find(({ name }) => name === "effectif_log")!;
    expect(fromAddress(size, "beaucoup", 18)).toBe(18);
    expect(fromAddress(size, "1e9", 18)).toBe(1000);
    expect(fromAddress(size, "inconnu", 18)).toBeNull();
  });

  it("says which single change gives another level, and the step before it does not", () => {
    fc.assert(
      fc.property(anyCompany, (shown) => {
        const levelWith = (name: string, value: number) =>
          levelOf(
            MODEL,
            scoreCompany(MODEL, featuresOf(inputs, { ...shown, [name]: value })).probability,
          );
        for (const { input, from, to, level } of levelChanges(MODEL, inputs, shown)) {
          expect(levelWith(input.name, to)).toBe(level);
          const before = onGrid(to - Math.sign(to - from) * input.step, input);
          expect(levelWith(input.name, before)).toBe(levelWith(input.name, from));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("expert rules on a simulated company", () => {
  it("raise by one a debt that gains more than a monthly contribution in three months", () => {
    // 10 € × 20 people × 3 months = 600 € of rise, for contributions of 500 €; the sector weighs most.
    const shown = {
      ...start("ordinaire"),
      ...{ section: "I", effectif_log: 20, ratio_dette: 1.2, cotisation_moy12m: 500 },
      avg_delta_dette_par_effectif: 10,
      effectif_variation_12m: -20,
    };
    const simulation = simulate(MODEL, featuresOf(inputs, shown));
    expect(simulation.applied.map(({ name }) => name)).toEqual(["dette_en_hausse"]);
    expect(ruleSentences(simulation)[0]).toContain("Hausse rapide de la dette sociale (+1 niveau)");
  });

  it("that read months nobody is asked for are left alone, and said to be", () => {
    const { untold, applied } = simulate(MODEL, featuresOf(inputs, start("dette")));
    expect(untold.map(({ name }) => name)).toContain("dette_apuree");
    expect(applied.map(({ name }) => name)).not.toContain("dette_apuree");
  });

  it("do nothing when none is declared", () => {
    const adjustments: DeclaredRules | null = null;
    const simulation = simulate({ ...MODEL, adjustments }, featuresOf(inputs, start("dette")));
    expect(simulation.level).toBe(simulation.before);
    expect(resultSentence(simulation, 18)).toMatch(
      /^(Risque|Pas).*dans les 18 mois : [\d,]+\u202f%\.$/,
    );
  });
});
