import { describe, expect, it } from "vitest";
import { addDays, lastDayOf, month, spanOfBatch } from "../../../loaders/demo/calendar.js";
import { VigieError } from "../../../src/lib/error.js";

describe("spanOfBatch", () => {
  it("ends with the month before the batch month", () => {
    expect(spanOfBatch("2610", 72)).toEqual({ start: month(2020, 10), end: month(2026, 10) });
    expect(spanOfBatch("2610_01", 96).start).toBe(month(2018, 10));
  });

  it("refuses a batch that is not AAMM and months before 2006, as usage errors in French", () => {
    for (const [batch, months] of [
      ["2613", 72],
      ["26-10", 72],
      ["2610", 11],
      ["2610", 24.5],
      ["1002", 72],
    ] as const) {
      expect(() => spanOfBatch(batch, months)).toThrow(VigieError);
    }
    expect(() => spanOfBatch("2613", 72)).toThrow(/« 2613 » n’est pas une clé de lot/);
  });
});

it("days follow the calendar, leap years included", () => {
  expect(lastDayOf(month(2024, 2))).toBe(29);
  expect(addDays({ month: month(2025, 12), day: 31 }, 1)).toEqual({
    month: month(2026, 1),
    day: 1,
  });
});
