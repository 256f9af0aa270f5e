import { describe, expect, test } from "vitest";
import { slashedDate } from "../../../loaders/fields/date.js";
import { urssafDate } from "../../../loaders/fields/urssaf.js";
import { read } from "./cell.js";

describe("(A)AAMMJJ dates of the Urssaf (§1.2)", () => {
  const DATES = {
    "1180130": "2018-01-30",
    "990401": "1999-04-01",
    "990505": "1999-05-05",
    "1260931": "« 1260931 » n’est pas une date Urssaf (A)AAMMJJ [type-error]",
    "1240229": "2024-02-29",
    "1230229": "« 1230229 » n’est pas une date Urssaf (A)AAMMJJ [type-error]",
    "20180130": "« 20180130 » n’est pas une date Urssaf (A)AAMMJJ [type-error]",
  };
  for (const [text, value] of Object.entries(DATES))
    test(`${text} counts its years from 1900: ${value.slice(0, 30)}`, () => {
      expect(read(urssafDate(), text)).toBe(value);
    });
});

describe("DD/MM/YYYY dates of the payment schedules (§1.2)", () => {
  test("24/03/2021 is the 24th of March", () => {
    expect(read(slashedDate(), "24/03/2021")).toBe("2021-03-24");
  });

  test("01/15/2019 is no date: month and day are never swapped (§1.6, golden)", () => {
    expect(read(slashedDate(), "01/15/2019")).toBe(
      "« 01/15/2019 » n’est pas une date JJ/MM/AAAA [type-error]",
    );
  });
});
