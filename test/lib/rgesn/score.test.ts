import { expect, test } from "vitest";
import { CRITERIA, THEMES } from "../../../src/lib/rgesn/criteria.js";
import { DECLARATION } from "../../../src/lib/rgesn/declaration.js";
import { rgesnScore, type Status, WEIGHTS } from "../../../src/lib/rgesn/score.js";

const count = (priority: string) => CRITERIA.filter((one) => one.priority === priority).length;

test("the reference has 78 criteria in nine themes: 30, 29 and 19 by priority (RGESN, May 2024)", () => {
  expect(THEMES.map(({ priorities }) => priorities.length)).toEqual([
    10, 10, 7, 15, 8, 7, 4, 10, 7,
  ]);
  expect(["P", "R", "M"].map(count)).toEqual([30, 29, 19]);
});

test("the weights of all criteria add up to 100.25, as in the official workbook", () => {
  expect(CRITERIA.reduce((sum, { priority }) => sum + WEIGHTS[priority], 0)).toBe(100.25);
});

test("the score is the weight met over the weight that applies", () => {
  const of = (priority: "P" | "R" | "M", status: Status) => ({ priority, status });
  // By hand: met 1.5 + 1 of 1.5 + 1.25 + 1.
  expect(
    rgesnScore([
      of("P", "conforme"),
      of("R", "non conforme"),
      of("M", "conforme"),
      of("P", "non applicable"),
    ]),
  ).toBeCloseTo((100 * 2.5) / 3.75, 12);
  expect(rgesnScore(CRITERIA.map((one) => ({ ...one, status: "conforme" as const })))).toBe(100);
  expect(rgesnScore([of("M", "non applicable")])).toBeNull();
});

test("each criterion is declared once, with a reason, and what nobody assessed is not met", () => {
  expect(DECLARATION.map(({ id }) => id)).toEqual(CRITERIA.map(({ id }) => id));
  for (const { reason } of DECLARATION) expect(reason).not.toBe("");
  expect(DECLARATION.find(({ id }) => id === "8.3")?.status).toBe("non conforme");
});
