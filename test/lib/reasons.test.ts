import fc from "fast-check";
import { expect, test } from "vitest";
import type { Contribution } from "../../src/lib/agents.js";
import { barsOf, reasonInWords, reasonsOf, signsOf, TOLD_FROM } from "../../src/lib/reasons.js";

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
  const { worrying, reassuring } = reasonsOf([
    line("a", 0.2799),
    line("b", 0.2835),
    line("c", 0.9),
    line("d", -0.2763),
    line("e", -0.2973),
  ]);
  expect(worrying.map(({ feature }) => feature)).toEqual(["c", "b"]);
  expect(reassuring.map(({ feature }) => feature)).toEqual(["e"]);
});

test("the columns of one variable are one sign, with the words of the one that has some", () => {
  const signs = signsOf([line("section", -0.1), line("section", 0.5, "Construction")]);
  expect(signs).toHaveLength(1);
  expect(signs[0]).toMatchObject({ words: "Construction", contribution: 0.4 });
  expect(reasonInWords(signs[0]!)).toBe("section : Construction");
});

test("the bars of a company add up to its contributions, worrying ones first, small ones together", () => {
  const contribution = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(contribution, { maxLength: 20 }), (values) => {
      const bars = barsOf(values.map((value, i) => line(`f${i}`, value)));
      const sum = (all: number[]) => all.reduce((total, one) => total + one, 0);
      expect(sum(bars.map((bar) => bar.contribution))).toBeCloseTo(sum(values), 9);
      const seen = bars.filter(({ label }) => !label.startsWith("Autres"));
      const falls = seen.findIndex((bar) => bar.contribution < 0);
      if (falls >= 0) expect(seen.slice(falls).every((bar) => bar.contribution < 0)).toBe(true);
    }),
  );
});
