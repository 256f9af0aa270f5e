import type { Frame } from "../../../src/lib/fit/frame.js";
import type { Term } from "../../../src/lib/model.js";
import { fixtureModel } from "../../fixtures/model.js";

/** What is invented of a company; the features are computed from it by the formulas of §4.2. */
export interface Company {
  ouvriere: number;
  patronale: number;
  /** Debt three months earlier. */
  past: number;
  effectif: number;
  cotisation: number;
  delai: boolean;
  autonomie: number;
  age: number;
  bilanAbsent: boolean;
}

const SCALES: Record<string, [lower: number, upper: number, mean: number, sd: number]> = {
  ratio_dette: [0, 5, 0.25, 0.8],
  avg_delta_dette_par_effectif: [-300, 500, 3, 100],
  autonomie_financiere: [-27, 77, 37, 17],
  age_entreprise: [2, 75, 22, 15],
};

const fixture = fixtureModel();

function term(feature: string, estimate: number, gate: Term["gate"]): Term {
  const scale = SCALES[feature];
  return {
    ...fixture.terms[1]!,
    name: gate?.value === 1 ? `reduit:${feature}` : feature,
    feature,
    estimate,
    gate,
    mean: scale ? 0 : 0.2,
    transform: scale
      ? { kind: "standardised", lower: scale[0], upper: scale[1], mean: scale[2], sd: scale[3] }
      : { kind: "indicator" },
  };
}

const FULL = { flag: "bilan_absent", value: 0 } as const;
const REDUCED = { flag: "bilan_absent", value: 1 } as const;

/** Two equations as `combinaison` has them, with rounded coefficients of the same signs. */
export function twoEquations(map = fixture.calibration.map) {
  const terms = [
    fixture.terms[0]!,
    ...[FULL, REDUCED].flatMap((gate) => [
      term("dette_presente", 0.45, gate),
      term("ratio_dette", 0.3, gate),
      term("avg_delta_dette_par_effectif", 0.1, gate),
      term("delai_en_cours", -0.3, gate),
      term("age_entreprise", -0.2, gate),
    ]),
    term("autonomie_financiere", -0.5, FULL),
  ];
  const { thresholds, calibration } = fixture;
  return { terms, base: -3, thresholds, calibration: { ...calibration, map } };
}

/** The companies as a frame of features. */
export function frameOf(companies: readonly Company[]): Frame {
  const column = (read: (company: Company) => number) => Float64Array.from(companies, read);
  const debt = ({ ouvriere, patronale }: Company): number => ouvriere + patronale;
  return {
    rows: companies.length,
    siren: companies.map((_, row) => String(300_000_000 + row)),
    month: new Int32Array(companies.length),
    categories: new Map(),
    measures: new Map([
      ["montant_part_ouvriere", column(({ ouvriere }) => ouvriere)],
      ["montant_part_patronale", column(({ patronale }) => patronale)],
      ["dette_presente", column((one) => (debt(one) > 0 ? 1 : 0))],
      ["ratio_dette", column((one) => debt(one) / one.cotisation)],
      ["dette_par_effectif", column((one) => debt(one) / one.effectif)],
      [
        "avg_delta_dette_par_effectif",
        column((one) => (debt(one) / one.effectif - one.past / one.effectif) / 3),
      ],
      ["delai_en_cours", column(({ delai }) => (delai ? 1 : 0))],
      ["autonomie_financiere", column((one) => (one.bilanAbsent ? Number.NaN : one.autonomie))],
      ["age_entreprise", column(({ age }) => age)],
      ["bilan_absent", column(({ bilanAbsent }) => (bilanAbsent ? 1 : 0))],
    ]),
  };
}
