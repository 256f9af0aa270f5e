import { describe, expect, it } from "vitest";
import type { Baseline, Verdict } from "../../src/lib/evaluation.js";
import {
  backtestFinding,
  baselineFinding,
  driftFinding,
} from "../../src/lib/evaluationFindings.js";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const area = (value: number | null, half = 0.05) => ({
  value,
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
});

describe("baselineFinding", () => {
  const entry = (id: string, value: number) =>
    ({ id, label: id, note: "", measures: { auc: area(value) } }) as unknown as Baseline;
  const finding = (model: number, ...others: number[]) =>
    baselineFinding([entry("modele", model), ...others.map((one) => entry("dette_seule", one))]);

  it("holds the model against the best of the others", () => {
    expect(finding(0.8, 0.5, 0.65)).toBe(
      "Le modèle classe nettement mieux que plus simple : aire ROC de 0,80, contre 0,65 pour « dette_seule »",
    );
  });

  it("says that a gap is uncertain when intervals meet, and that there is none when there is none", () => {
    expect(finding(0.7, 0.65)).toMatch(/d’un écart encore incertain/);
    expect(finding(0.6, 0.65)).toMatch(/^Le modèle ne classe pas mieux/);
  });

  it("compares with nothing that could not be made", () => {
    const none = { id: "dette_seule", label: "", note: "", measures: null } as Baseline;
    expect(baselineFinding([entry("modele", 0.7), none])).toMatch(/n’est pas définie$/);
  });
});

describe("backtestFinding", () => {
  const finding = (...areas: ReturnType<typeof area>[]) =>
    plain(backtestFinding(areas.map((auc) => ({ month: "2024-10", auc }))));

  it("counts the dates whose whole interval is above chance", () => {
    expect(finding(area(0.69), area(0.77))).toBe(
      "Refait à 2 dates, le modèle fait mieux que le hasard : aire ROC de 0,69 à 0,77",
    );
    expect(finding(area(0.52), area(0.77), area(0.8))).toMatch(/mieux que le hasard à 2 : /);
    expect(finding(area(0.55))).toBe(
      "Refait à 1 date, le modèle ne se distingue pas du hasard : aire ROC de 0,55",
    );
  });

  it("says when no date can be judged", () => {
    expect(finding(area(null))).toMatch(/^Aucune date/);
  });
});

describe("driftFinding", () => {
  const moved = (name: string, last: Verdict, inModel = true) =>
    ({ name, label: name, inModel, month: "", psi: 1, worst: "alerte", last }) as const;
  const finding = (...drift: ReturnType<typeof moved>[]) => plain(driftFinding(drift, "2026-09"));

  it("tells the score apart from the variables, and counts those of the model only", () => {
    expect(finding(moved("score", "stable"), moved("paydex", "alerte", false))).toBe(
      "En septembre 2026, la répartition des scores reste celle de l’apprentissage, et les signes que le modèle lit ne bougent pas",
    );
    expect(finding(moved("score", "alerte"), moved("dette", "a_surveiller"))).toMatch(
      /s’est écartée .* ; un signe que le modèle lit bouge : « dette »$/,
    );
    expect(finding(moved("a", "alerte"), moved("b", "alerte"))).toMatch(/ ; 2 signes /);
  });
});
