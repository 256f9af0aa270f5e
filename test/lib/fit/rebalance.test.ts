import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { priorOffset } from "../../../src/lib/fit/rebalance.js";

const REFERENCE = new URL(
  "../../../../shared/reference/logistic/birthwt/expected.json",
  import.meta.url,
);
const absent = !existsSync(REFERENCE);

describe("priorOffset", () => {
  it("is the log of the odds of the sample over those of the population (King and Zeng, 2001)", () => {
    expect(priorOffset(0.05, 0.5)).toBeCloseTo(Math.log(19), 12);
    expect(priorOffset(0.2, 0.2)).toBe(0);
  });

  it.skipIf(absent)(
    `is the offset of the reference, 59 births in 189 for 5 % (skipped: ../shared absent = ${absent})`,
    () => {
      const { offset_fit } = JSON.parse(readFileSync(REFERENCE, "utf8"));
      expect(priorOffset(0.05, 59 / 189)).toBeCloseTo(offset_fit.offset_value, 12);
    },
  );
});
