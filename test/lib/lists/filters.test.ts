import { expect, test } from "vitest";
import type { ListedCompany } from "../../../src/lib/agents.js";
import { EVERYONE, type Filters, filterCompanies } from "../../../src/lib/lists/filters.js";

const COMPANY: ListedCompany = {
  siren: "300000007",
  name: "Société Générale d’Élevage",
  departement: "75",
  commune: "Paris",
  present: ["21", "75"],
  legalCategory: "5710",
  section: "A",
  ape: "01.41Z",
  apeLabel: "Élevage de vaches laitières",
  effectif: 12,
  debt: 5000,
  level: "fort",
  probability: 0.4,
  reasons: [],
  procol: null,
  firstAlert: "raised",
  recent: false,
  alerts: 2,
  lists: 3,
  plan: false,
  retraitee: true,
};
const passes = (filter: Partial<Filters>, company = COMPANY): boolean =>
  filterCompanies([company], { ...EVERYONE, ...filter }).length === 1;

test.each<[Partial<Filters>, boolean]>([
  [{}, true],
  [{ text: "societe elevage" }, true],
  [{ text: "300000007 PARIS" }, true],
  [{ text: "boulangerie" }, false],
  [{ level: "modere" }, false],
  [{ section: "A" }, true],
  [{ effectif: 12 }, true],
  [{ effectif: 13 }, false],
  [{ debt: 5000 }, true],
  [{ debt: 5000.01 }, false],
  [{ form: "57" }, true],
  [{ form: "54" }, false],
  [{ procol: "In bonis" }, true],
  [{ procol: "Sauvegarde" }, false],
  [{ firstAlerts: true, withoutRecent: true, withoutPlan: true, retraitee: true }, true],
])("the filter %o lets the company through: %s", (filter, expected) => {
  expect(passes(filter)).toBe(expected);
});

test("a company is found in every département where it has an establishment, not its head office alone", () => {
  expect([passes({ departement: "21" }), passes({ departement: "13" })]).toEqual([true, false]);
});

test("an unknown headcount or debt does not pass for a large one", () => {
  expect(passes({ effectif: 1 }, { ...COMPANY, effectif: null })).toBe(false);
  expect(passes({ debt: 1 }, { ...COMPANY, debt: null })).toBe(false);
});

test("what the rights do not give answers no question: no plan known is not no plan", () => {
  const { plan, retraitee, debt, ...limited } = COMPANY;
  for (const filter of [{ withoutPlan: true }, { retraitee: true }, { debt: 0 }])
    expect(passes(filter, limited)).toBe(false);
});

test("a company that is not what a box keeps is left out", () => {
  expect(passes({ firstAlerts: true }, { ...COMPANY, firstAlert: null })).toBe(false);
  expect(passes({ withoutRecent: true }, { ...COMPANY, recent: true })).toBe(false);
  expect(passes({ withoutPlan: true }, { ...COMPANY, plan: true })).toBe(false);
});
