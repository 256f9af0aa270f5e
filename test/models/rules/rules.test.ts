import { describe, expect, it, test } from "vitest";
import { VARIABLES } from "../../../models/features/families.js";
import { declaredRules, rulesOf } from "../../../models/rules/rules.js";
import type { Group } from "../../../src/lib/groups.js";
import { debtFeatures, isPaidOff } from "../../../src/lib/rules/debt.js";
import { type Judged, rulesFor } from "../../../src/lib/rules/rule.js";
import { RULES } from "../../../src/lib/rules/rules.js";

const MONTH = /^20[0-9]{2}-(?:0[1-9]|1[0-2])$/;

/** A company whose unnamed values are unknown. */
function company(values: Record<string, number>, dominant?: Group): Judged {
  return { value: (name) => values[name] ?? Number.NaN, dominant };
}

/** Social debts by age in months, both parts together, and a mean contribution of 1,000 €. */
function debts(byAge: Record<number, number>): Record<string, number> {
  const ages = Object.entries(byAge).flatMap(([age, total]) => {
    const past = age === "0" ? "" : `_past_${age}`;
    return [
      [`montant_part_ouvriere${past}`, total / 4],
      [`montant_part_patronale${past}`, (3 * total) / 4],
    ];
  });
  return Object.fromEntries([...ages, ["cotisation_moy12m", 1000]]);
}

const rule = (name: string) => RULES.find((one) => one.name === name)!;
const applies = (name: string, values: Record<string, number>, dominant?: Group) =>
  rulesFor([rule(name)], company(values, dominant)).length > 0;

test("every rule says who answers for it, why, when, and reads variables that exist", () => {
  const known = VARIABLES.filter(({ kind }) => kind !== "category").map(({ name }) => name);
  for (const { name, label, author, reason, from, to, effect, reads } of RULES) {
    expect([name, label, author, reason].every((text) => text.length > 5)).toBe(true);
    expect(from).toMatch(MONTH);
    if (to !== undefined) {
      expect(to).toMatch(MONTH);
      expect(to >= from).toBe(true);
    }
    expect([-1, 0, 1]).toContain(effect);
    expect(reads.filter((feature) => !known.includes(feature))).toEqual([]);
  }
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});

test("a rule holds from its first month to its last, both included", () => {
  const names = (month: string) => rulesOf(month).map(({ name }) => name);
  expect(names("2021-02")).toEqual([]);
  expect(names("2021-03")).toEqual(["dette_urssaf_2021"]);
  expect(names("2021-06")).toEqual(["dette_urssaf_2021"]);
  expect(names("2021-07")).toEqual([]);
  expect(names("2022-12")).toHaveLength(4);
  expect(names("2024-02"), "all were removed in February 2024").toEqual([]);
  expect(names("2026-09")).toEqual([
    "dette_en_hausse",
    "dette_apuree",
    "activite_partielle_elevee",
  ]);
});

test("a company that lacks a value a rule reads is left alone", () => {
  const { cotisation_moy12m: _, ...unknown } = debts({ 0: 900, 6: 0 });
  expect(applies("dette_urssaf_2021", unknown)).toBe(false);
  const accounts = { autonomie_financiere: -1, marge_ebe: -1 };
  expect(applies("finances_2022", accounts)).toBe(false);
});

describe("the adjustments of the lists (signaux-faibles.md §4.6)", () => {
  it("2021: a rise of more than a fifth of a monthly contribution in six months", () => {
    expect(applies("dette_urssaf_2021", debts({ 0: 600, 6: 400 }))).toBe(false);
    expect(applies("dette_urssaf_2021", debts({ 0: 601, 6: 400 }))).toBe(true);
  });

  it("2022: two signs of weak accounts out of three", () => {
    const sound = { capacite_de_remboursement: 4, autonomie_financiere: 0, marge_ebe: 0 };
    expect(applies("finances_2022", sound)).toBe(false);
    expect(applies("finances_2022", { ...sound, marge_ebe: -1 })).toBe(false);
    expect(applies("finances_2022", { ...sound, marge_ebe: -1, autonomie_financiere: -1 })).toBe(
      true,
    );
    expect(
      applies("finances_2022", { ...sound, marge_ebe: -1, capacite_de_remboursement: 4.1 }),
    ).toBe(true);
  });

  it("2022: a recent rise of the debt, unless the debt already weighs the most", () => {
    const risen = debts({ 0: 501, 3: 400 });
    expect(applies("dette_recente_2022", debts({ 0: 500, 3: 400 }))).toBe(false);
    expect(applies("dette_recente_2022", risen)).toBe(true);
    expect(applies("dette_recente_2022", risen, "emploi")).toBe(true);
    expect(applies("dette_recente_2022", risen, "dette_sociale")).toBe(false);
  });

  it("2022: an old debt of more than a tenth of a year of contributions, paid by nine tenths", () => {
    const paid = { 0: 100, 1: 100, 2: 90, 3: 400, 6: 1201, 12: 0 };
    expect(isPaidOff(company(debts(paid)))).toBe(true);
    expect(isPaidOff(company(debts({ ...paid, 2: 130, 0: 130, 1: 130 })))).toBe(false);
    expect(isPaidOff(company(debts({ ...paid, 6: 1200 })))).toBe(false);
  });

  it("2022: more than half of the staff in short-time work", () => {
    expect(applies("activite_partielle_2022", { ratio_apart_ordinaire: 0.5 })).toBe(false);
    expect(applies("activite_partielle_2022", { ratio_apart_ordinaire: 0.51 })).toBe(true);
  });
});

describe("the demonstration rules in force", () => {
  it("raise on more than a monthly contribution unpaid in three months, unless debt weighs the most", () => {
    const risen = debts({ 0: 1401, 3: 400 });
    expect(applies("dette_en_hausse", debts({ 0: 1400, 3: 400 }))).toBe(false);
    expect(applies("dette_en_hausse", risen)).toBe(true);
    expect(applies("dette_en_hausse", risen, "dette_sociale")).toBe(false);
    expect(applies("dette_en_hausse", { ...risen, cotisation_moy12m: 0 })).toBe(false);
  });

  it("lower on an old debt paid off, and raise on more than half of the staff in short-time work", () => {
    const paid = debts({ 0: 0, 1: 0, 2: 0, 3: 0, 6: 1201, 12: 0 });
    expect(applies("dette_apuree", paid)).toBe(true);
    expect(applies("activite_partielle_elevee", { ratio_apart_ordinaire: 0.5 })).toBe(false);
    expect(applies("activite_partielle_elevee", { ratio_apart_ordinaire: 0.51 })).toBe(true);
  });

  it("say that they are a demonstration", () => {
    expect(new Set(rulesOf("2026-09").map(({ author }) => author))).toEqual(
      new Set(["Équipe Signaux Faibles (démonstration)"]),
    );
  });
});

test("what is told of a rule says whether it reads amounts of the Urssaf", () => {
  const told = declaredRules("2026-09").rules;
  const confidential = told.filter((one) => one.confidential).map(({ name }) => name);
  expect(confidential).toContain("dette_en_hausse");
  expect(confidential).not.toContain("activite_partielle_elevee");
  expect(told.filter(({ inForce }) => inForce)).toHaveLength(3);
  expect(debtFeatures(0, 3)).toHaveLength(4);
});
