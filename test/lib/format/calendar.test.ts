import { expect, it } from "vitest";
import {
  formatDate,
  formatMonth,
  formatMonthLong,
  formatPeriod,
  yearBefore,
} from "../../../src/lib/format/calendar.js";

it("writes a month short or long, from a month or one of its days", () => {
  expect(formatMonth("2026-10")).toBe("oct.\u00a02026");
  expect(formatMonth("2026-05-01")).toBe("mai\u00a02026");
  expect(formatMonthLong("2026-02")).toBe("février\u00a02026");
});

it("writes the first of a month as an ordinal", () => {
  expect(formatDate("2026-10-31")).toBe("31\u00a0octobre\u00a02026");
  expect(formatDate("2026-08-01")).toBe("1er\u00a0août\u00a02026");
});

it("shows what is not a month as it is", () => {
  expect(formatMonth("2026-13")).toBe("2026-13");
  expect(formatDate("inconnue")).toBe("inconnue");
});

it("elides « de » before a vowel in a period", () => {
  expect(formatPeriod("2020-10", "2026-09")).toBe("d’octobre\u00a02020 à septembre\u00a02026");
  expect(formatPeriod("2020-08", "2026-09")).toMatch(/^d’août/);
  expect(formatPeriod("2020-03", "2026-09")).toMatch(/^de mars/);
});

it("keeps the month when it goes back one year", () => {
  expect(yearBefore("2026-10")).toBe("2025-10");
});

it("writes a quarter short or long, and a period from one to another", () => {
  expect(formatMonth("2026-T3")).toBe("T3\u00a02026");
  expect(formatMonthLong("2026-T1")).toBe("1er trimestre\u00a02026");
  expect(formatPeriod("2023-T4", "2026-T3")).toBe(
    "du 4e trimestre\u00a02023 au 3e trimestre\u00a02026",
  );
  expect(yearBefore("2026-T3")).toBe("2025-T3");
  expect(formatMonth("2026-T5")).toBe("2026-T5");
});
