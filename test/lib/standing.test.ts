import { expect, test } from "vitest";
import { indicatorOf } from "../../src/lib/labels.js";
import { standingFinding } from "../../src/lib/standing.js";

const RATE = indicatorOf("part_en_dette");
const GROUP = ["départements", "publiés"] as const;
const ROWS = [
  { label: "Ain", value: 3 },
  { label: "Aisne", value: 5 },
  { label: "Allier", value: 3 },
  { label: "Cantal", value: "s" as const },
  { label: "Cher", value: 1 },
];

test("a territory is told its rank from the highest, equal values sharing the best one", () => {
  expect(standingFinding(RATE, ROWS, "Aisne", GROUP)).toMatch(/^Aisne : 5,0.%, 1re valeur des 4 /);
  expect(standingFinding(RATE, ROWS, "Allier", GROUP)).toMatch(/, 2e valeur des 4 départements /);
  expect(standingFinding(RATE, ROWS, "Cher", GROUP)).toMatch(/, 4e valeur/);
});

test("no rank is told of a value that is not published, or that stands alone", () => {
  expect(standingFinding(RATE, ROWS, "Cantal", GROUP)).toBeNull();
  expect(standingFinding(RATE, ROWS.slice(0, 1), "Ain", GROUP)).toBeNull();
});
