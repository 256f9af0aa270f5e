import { expect, test } from "vitest";
import { TERMS } from "../../../src/lib/site/glossary.js";

test("words stand in alphabetical order, each with its own anchor and one sentence", () => {
  const names = TERMS.map(({ term }) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
  expect(names).toEqual([...names].sort());
  expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
  for (const { meaning } of TERMS) expect(meaning).toMatch(/^\p{Lu}.*\.$/u);
});
