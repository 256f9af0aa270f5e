import { expect, it } from "vitest";
import { month } from "../../../loaders/demo/calendar.js";
import {
  compactDate,
  float,
  isoDate,
  sasDate,
  slashDate,
  urssafDate,
  urssafPeriod,
} from "../../../loaders/demo/notation.js";

const day = { month: month(2018, 1), day: 30 };

it("dates are written as each partner does (examples of the importer's documentation)", () => {
  expect(urssafDate(day)).toBe("1180130");
  expect(urssafDate({ month: month(1999, 4), day: 1 })).toBe("990401");
  expect(slashDate({ month: month(2021, 3), day: 24 })).toBe("24/03/2021");
  expect(sasDate({ month: month(2014, 5), day: 26 })).toBe("26MAY2014");
  expect(isoDate(day)).toBe("2018-01-30");
  expect(compactDate(day)).toBe("20180130");
});

it("Urssaf periods name a month, a quarter (last digit 0) or a year (62)", () => {
  expect(urssafPeriod(month(2016, 7))).toBe("201631");
  expect(urssafPeriod(month(2026, 9))).toBe("202633");
  expect(urssafPeriod(month(2026, 9), 3)).toBe("202630");
  expect(urssafPeriod(month(2025, 12), 12)).toBe("202562");
});

it("numbers of short-time work files are those of pandas", () => {
  expect(float(559)).toBe("559.0");
  expect(float(42078.52)).toBe("42078.52");
});
