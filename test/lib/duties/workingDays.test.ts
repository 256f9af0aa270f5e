import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, weekday } from "../../../src/lib/duties/day.js";
import { easter, holidays } from "../../../src/lib/duties/holidays.js";
import { addWorkingDays, isWorkingDay } from "../../../src/lib/duties/workingDays.js";

/** Dates of Easter published by the Bureau des longitudes (IMCCE). */
test.each([
  [2019, "2019-04-21"],
  [2020, "2020-04-12"],
  [2021, "2021-04-04"],
  [2023, "2023-04-09"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("Easter of %i is on %s", (year, day) => {
  expect(easter(year)).toBe(day);
});

const YEAR = fc.integer({ min: 1900, max: 2399 });
const DAY = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));

test("Easter is a Sunday between 22 March and 25 April", () => {
  fc.assert(
    fc.property(YEAR, (year) => {
      const day = easter(year);
      expect(weekday(day)).toBe(0);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }),
  );
});

test("2026 has the eleven holidays of article L3133-1 of the Code du travail", () => {
  expect(holidays(2026)).toEqual([
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
});

test("five working days after Thursday 30 April 2026 jump two holidays and two week-ends", () => {
  // 1 May (Friday) and 8 May (Friday) are holidays: 4, 5, 6, 7, then Monday 11 May.
  expect(addWorkingDays("2026-04-30", 5)).toBe("2026-05-11");
});

test("adding working days lands on one, and passes exactly that many", () => {
  fc.assert(
    fc.property(DAY, fc.integer({ min: 1, max: 12 }), (day, count) => {
      const end = addWorkingDays(day, count);
      expect(isWorkingDay(end)).toBe(true);
      let passed = 0;
      for (let at = addDays(day, 1); at <= end; at = addDays(at, 1)) {
        if (isWorkingDay(at)) passed += 1;
      }
      expect(passed).toBe(count);
    }),
    { numRuns: 50 },
  );
});

test("adding months keeps to the month asked, at its last day if need be", () => {
  expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-09-10", 3)).toBe("2026-12-10");
});
