import { expect, test } from "vitest";
import { formatRatio, formatTurnover } from "../../../src/lib/format/ratio.js";
import { RATIOS } from "../../../src/lib/ratios.js";

test("a ratio is written in its unit, without decimals that say nothing", () => {
  expect(formatRatio(12.34, { unit: "%" })).toBe("12,3\u202f%");
  expect(formatRatio(234.5, { unit: "%" })).toBe("235\u202f%");
  expect(formatRatio(45, { unit: "jours" })).toBe("45\u00a0jours");
  expect(formatRatio(1, { unit: "jours" })).toBe("1\u00a0jour");
  expect(formatRatio(-2.5, { unit: "année" })).toBe("−2,5\u00a0années");
});

test("every ratio has a unit that can be written", () => {
  for (const ratio of RATIOS) expect(formatRatio(3, ratio)).toMatch(/^3.(%|jours|années)$/u);
});

test("a class of turnover is told in words, and all of them together too", () => {
  expect(formatTurnover("2M-10M")).toBe("De 2 à 10 M€");
  expect(formatTurnover(null)).toBe("Toutes les entreprises");
});
