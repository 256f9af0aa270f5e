import { expect, test } from "vitest";
import type { ListedCompany } from "../../src/lib/agents.js";
import { filterCompanies, listColumns } from "../../src/lib/companyFacts.js";

const COMPANY: ListedCompany = {
  siren: "300000007",
  name: "Société Générale d’Élevage",
  departement: "75",
  commune: "Paris",
  present: ["21", "75"],
  section: "A",
  ape: "01.41Z",
  apeLabel: "Élevage de vaches laitières",
  effectif: 12,
  level: "fort",
  probability: 0.4,
  reasons: [],
  procol: null,
};
const EVERY = { level: "", departement: "", section: "", text: "", effectif: undefined };
const passes = (filter: Partial<typeof EVERY> | { effectif: number }, company = COMPANY) =>
  filterCompanies([company], { ...EVERY, ...filter }).length === 1;

test.each([
  [{}, true],
  [{ text: "societe elevage" }, true],
  [{ text: "300000007 PARIS" }, true],
  [{ text: "boulangerie" }, false],
  [{ level: "modere" }, false],
  [{ section: "A" }, true],
  [{ effectif: 12 }, true],
  [{ effectif: 13 }, false],
])("the filter %o lets the company through: %s", (filter, expected) => {
  expect(passes(filter)).toBe(expected);
});

test("a company is found in every département where it has an establishment, not its head office alone", () => {
  expect([passes({ departement: "21" }), passes({ departement: "13" })]).toEqual([true, false]);
});

test("an unknown headcount does not pass for a large one", () => {
  expect(passes({ effectif: 1 }, { ...COMPANY, effectif: null })).toBe(false);
});

test("the file of rights B has no column of debt", () => {
  const labels = (withDebt: boolean) => listColumns(withDebt).map(({ label }) => label);
  expect(labels(true).filter((label) => !labels(false).includes(label))).toEqual([
    "Dette Urssaf (€)",
  ]);
});
