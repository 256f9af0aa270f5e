import { expect, it } from "vitest";
import { segmentations } from "../../../src/lib/notebook/segmentations.js";

const company = { section: "F", region: "53", effectif: 25, age: 10 };
const told = (one: typeof company | Record<keyof typeof company, null>) =>
  Object.fromEntries(
    segmentations(new Map([["53", "Bretagne"]])).map(({ name, segment }) => [name, segment(one)]),
  );

it("puts a company in a group of each kind, and in none when nothing is known", () => {
  expect(told(company)).toEqual({
    section: "Construction",
    taille: "20 à 49 salariés",
    age: "10 à 20 ans",
    region: "Bretagne",
  });
  const unknown = { section: null, region: null, effectif: null, age: null };
  expect(Object.values(told(unknown))).toEqual([null, null, null, null]);
});
