import { describe, expect, it } from "vitest";
import { type Month, month } from "../../../loaders/demo/calendar.js";
import { covidShortTime, insolvencyLevel } from "../../../loaders/demo/macro.js";

/** Openings over twelve months to `m`, with 51,145 in 2019. */
function twelveMonths(m: Month): number {
  let sum = 0;
  for (let k = m - 11; k <= m; k++) sum += insolvencyLevel(k);
  return (sum / 12) * 51_145;
}

describe("insolvencyLevel", () => {
  it.each([
    ["mean of 2010-2019", 2014, 12, 59_342],
    ["year 2019", 2019, 12, 51_145],
    ["July 2020", 2020, 7, 38_000],
    ["July 2021", 2021, 7, 28_000],
    ["July 2022", 2022, 7, 34_983],
    ["July 2023", 2023, 7, 49_863],
    ["November 2023", 2023, 11, 54_075],
    ["February 2024", 2024, 2, 57_798],
    ["December 2024", 2024, 12, 65_764],
    ["December 2025", 2025, 12, 68_564],
  ])("adds up over twelve months to the Banque de France figure, %s", (_, year, m, published) => {
    const ratio = twelveMonths(month(year, m)) / published;
    expect(ratio).toBeGreaterThan(0.93);
    expect(ratio).toBeLessThan(1.07);
  });
});

describe("covidShortTime", () => {
  it("peaks in April 2020 and is one employee in seven, half time, in April 2021 (Dares)", () => {
    expect(covidShortTime(month(2020, 4))).toBeGreaterThan(covidShortTime(month(2020, 3)));
    expect(covidShortTime(month(2020, 4))).toBeGreaterThan(covidShortTime(month(2020, 5)));
    // 1.5 million full-time equivalents for about 19 million private employees.
    expect(covidShortTime(month(2021, 4))).toBeCloseTo(1.5 / 19, 2);
  });

  it("is nothing before March 2020 and after the winter of 2022", () => {
    expect(covidShortTime(month(2020, 2))).toBe(0);
    expect(covidShortTime(month(2022, 6))).toBe(0);
  });
});
