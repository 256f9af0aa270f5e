import { expect, test } from "vitest";
import { resultText, resultValue } from "../../../src/lib/explorer/resultText.js";

test.each([
  [1234567, "1\u202f234\u202f567", 1234567],
  [12.5, "12,5", 12.5],
  [0.000012, "0", 0.000012],
  [null, "", null],
  [true, "vrai", "true"],
  [new Date("2026-09-01"), "2026-09-01", "2026-09-01"],
  [new Date("2026-09-01T10:30:00Z"), "2026-09-01T10:30:00.000Z", "2026-09-01T10:30:00.000Z"],
  [[1, 2], "[1,2]", "[1,2]"],
  ["F", "F", "F"],
])("the value %s of a query is read « %s » and exported as %s", (value, text, exported) => {
  expect(resultText(value)).toBe(text);
  expect(resultValue(value)).toBe(exported);
});
