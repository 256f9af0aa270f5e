import { expect, test } from "vitest";
import type { Contribution } from "../../src/lib/agents.js";
import { reasonInWords, reasonsOf, signsOf, TOLD_FROM } from "../../src/lib/reasons.js";

const line = (feature: string, contribution: number, words = ""): Contribution => ({
  term: `${feature}${words}`,
  feature,
  group: "emploi",
  label: feature,
  words,
  contribution,
});

test("a sign is told from 4θ = 0,28 log-odds on, as in the service’s lists of 2021 (domain §4.7)", () => {
  expect(TOLD_FROM).toBeCloseTo(0.28, 12);
  const { worrying, reassuring, others } = reasonsOf([
    line("a", 0.2799),
    line("b", 0.2835),
    line("c", 0.9),
    line("d", -0.2763),
    line("e", -0.2973),
  ]);
  expect(worrying.map(({ feature }) => feature)).toEqual(["c", "b"]);
  expect(reassuring.map(({ feature }) => feature)).toEqual(["e"]);
  expect(others.count).toBe(2);
  expect(others.contribution).toBeCloseTo(0.2799 - 0.2763, 12);
});

test("the columns of one variable are one sign, with the words of the one that has some", () => {
  const signs = signsOf([line("section", -0.1), line("section", 0.5, "Construction")]);
  expect(signs).toHaveLength(1);
  expect(signs[0]).toMatchObject({ words: "Construction", contribution: 0.4 });
  expect(reasonInWords(signs[0]!)).toBe("section : Construction");
});
