import { expect, test } from "vitest";
import {
  costedYear,
  delayFinding,
  listsFinding,
  northStarFinding,
  ofMonth,
  partnersFinding,
  placesFinding,
  usefulFinding,
  usersFinding,
} from "../../../src/lib/impact/impactFindings.js";
import { IMPACT } from "../../fixtures/impact.js";

test("titles say the last figure and what it was a year before, when both are published", () => {
  const values = [9, ...Array.from({ length: 11 }, () => 12), 15];
  const series = { ...IMPACT.series, entreprises_accompagnees_12m: values };
  expect(northStarFinding({ ...IMPACT, series })).toBe(
    "15\u00a0entreprises accompagnées après un signalement en douze mois, contre 9 un an plus tôt",
  );
  expect(northStarFinding(IMPACT)).toBe(
    "15\u00a0entreprises accompagnées après un signalement en douze mois",
  );
  expect(listsFinding(IMPACT.lists)).toBe(
    "La liste de septembre 2026 signale 300\u00a0entreprises, dont 40 pour la première fois",
  );
  expect(usefulFinding(IMPACT.years)).toBe(
    "En 2026, les agents ont jugé utiles 72,0\u202f% des détections qu’ils ont évaluées",
  );
});

test("the use of a quarter is compared with the same one a year before", () => {
  const quarter = IMPACT.quarters[0]!;
  const quarters = [
    { ...quarter, quarter: "2025-T3", users: 40 },
    ...["2025-T4", "2026-T1", "2026-T2"].map((name) => ({ ...quarter, quarter: name })),
    quarter,
  ];
  expect(usersFinding({ ...IMPACT, quarters })).toBe(
    "52\u00a0agents ont utilisé le service au T3 2026, 30,0\u202f% de plus qu’un an plus tôt",
  );
  expect(usersFinding({ ...IMPACT, quarters: [{ ...quarter, users: "s" }] })).toBe(
    "Trop peu d’agents ont utilisé le service au T3 2026 pour être comptés",
  );
});

test("partners are ranked but for the team, and those that are hidden", () => {
  expect(partnersFinding(IMPACT)).toBe(
    "DGFiP : 30\u00a0agents actifs sur 52 au T3 2026, plus que tout autre partenaire",
  );
  const partners = [{ segment: "autre", users: [9] }];
  expect(partnersFinding({ ...IMPACT, partners })).toMatch(/^Trop peu/);
});

test("the month of a list is elided before a vowel", () => {
  expect([ofMonth("Avril 2021"), ofMonth("Mars 2021")]).toEqual(["d’avril 2021", "de mars 2021"]);
});

test("a cost is told of the last whole year with spending and users", () => {
  const [year] = IMPACT.years;
  expect(costedYear([year!])).toBeUndefined();
  const whole = { ...year!, year: 2024, whole: true };
  expect(costedYear([whole, { ...whole, year: 2025, paid: null }])).toBe(whole);
});

test("a list of one or two companies is not counted in its title", () => {
  const [list] = IMPACT.lists;
  expect(listsFinding([{ ...list!, companies: "s", firstAlerts: "s" }])).toMatch(
    /moins de trois entreprises$/,
  );
  expect(listsFinding([{ ...list!, firstAlerts: "s" }])).toMatch(/300\u00a0entreprises$/);
});

test("what is hidden or unknown is said so, never counted as zero", () => {
  const series = { ...IMPACT.series, entreprises_accompagnees_12m: ["s" as const] };
  expect(northStarFinding({ ...IMPACT, series })).toMatch(/^Trop peu/);
  expect(placesFinding([{ name: "Corse", started: "s" }])).toMatch(/^Trop peu/);
  expect(usefulFinding([])).toBe("Aucune évaluation d’agent publiée");
  expect(delayFinding(IMPACT.years)).toMatch(/non publié/);
});
