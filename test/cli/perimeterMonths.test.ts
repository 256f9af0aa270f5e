import { expect, test } from "vitest";
import { perimeterMonthsOption } from "../../cli/perimeterMonths.js";

const parse = (text: string): unknown => perimeterMonthsOption().parseArg!(text, undefined);

test("--perimeter-months takes the depth of the code, 36, or of the documents, 120 (§1.7)", () => {
  expect(parse("36")).toBe(36);
  expect(parse("120")).toBe(120);
});

test("--perimeter-months refuses any other depth, in French, as a usage error", () => {
  for (const text of ["12", "36.0", "", "trente-six"])
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        code: "usage",
        exitCode: 2,
        message: expect.stringContaining("36 ou 120"),
      }),
    );
});
