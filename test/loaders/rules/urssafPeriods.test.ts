import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { urssafPeriod } from "../../../loaders/fields/urssaf.js";
import { read } from "./cell.js";

describe("YYQM and YYYYQM periods of the Urssaf (§1.2)", () => {
  const PERIODS: Record<string, [string, string]> = {
    "201631": ["2016-07-01", "2016-08-01"],
    "1031": ["2010-07-01", "2010-08-01"],
    "0232": ["2002-08-01", "2002-09-01"],
    "201712": ["2017-02-01", "2017-03-01"],
  };
  for (const [text, [debut, fin]] of Object.entries(PERIODS))
    test(`${text} is the month of ${debut}, its end excluded`, () => {
      expect(read(urssafPeriod(), text)).toEqual({ debut, fin });
    });

  test("QM = 62 is the whole year", () => {
    expect(read(urssafPeriod(), "201662")).toEqual({ debut: "2016-01-01", fin: "2017-01-01" });
    expect(read(urssafPeriod(), "9962")).toEqual({ debut: "1999-01-01", fin: "2000-01-01" });
  });

  test("M = 0 is the whole quarter", () => {
    expect(read(urssafPeriod(), "201640")).toEqual({ debut: "2016-10-01", fin: "2017-01-01" });
  });

  test("a two-digit year under 50 is of the 2000s, from 50 on of the 1900s", () => {
    expect(read(urssafPeriod(), "4911")).toMatchObject({ debut: "2049-01-01" });
    expect(read(urssafPeriod(), "5011")).toMatchObject({ debut: "1950-01-01" });
  });

  test("a quarter or a month that does not exist is refused", () => {
    for (const text of ["201651", "201614", "201663", "201", "2016313"])
      expect(read(urssafPeriod(), text)).toMatch(/n’est pas une période Urssaf .* \[type-error\]$/);
  });

  test("any month of any quarter lasts one month and starts in its quarter", () => {
    const period = fc.tuple(fc.integer({ min: 1950, max: 2049 }), fc.nat(3), fc.nat(2));
    fc.assert(
      fc.property(period, ([year, quarter, month]) => {
        const index = quarter * 3 + month;
        const next = index === 11 ? `${year + 1}-01-01` : iso(year, index + 1);
        const expected = { debut: iso(year, index), fin: next };
        const code = `${quarter + 1}${month + 1}`;
        expect(read(urssafPeriod(), `${year}${code}`)).toEqual(expected);
        expect(read(urssafPeriod(), `${String(year).slice(2)}${code}`)).toEqual(expected);
      }),
    );
  });
});

const iso = (year: number, month: number): string =>
  `${year}-${String(month + 1).padStart(2, "0")}-01`;
