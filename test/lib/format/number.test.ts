import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatEuros,
  formatNumber,
  formatPercent,
} from "../../../src/lib/format/number.js";

describe("formatNumber", () => {
  it("groups digits by three with a narrow no-break space and takes a decimal comma", () => {
    expect(formatNumber(1234.5, 1)).toBe("1\u202f234,5");
    expect(formatNumber(1234567)).toBe("1\u202f234\u202f567");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(0.4567, 2)).toBe("0,46");
  });

  it("writes a true minus, and none before a zero that rounding made", () => {
    expect(formatNumber(-1234)).toBe("\u22121\u202f234");
    expect(formatNumber(-0.04, 1)).toBe("0,0");
  });

  it("can be read back for any integer", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        const plain = formatNumber(value).replaceAll("\u202f", "").replace("\u2212", "-");
        expect(Number(plain)).toBe(value);
      }),
    );
  });
});

describe("formatPercent", () => {
  it("keeps the sign on the line of its number", () => {
    expect(formatPercent(12.34)).toBe("12,3\u202f%");
    expect(formatPercent(50, 0)).toBe("50\u202f%");
  });
});

describe("formatEuros", () => {
  it("chooses the unit that leaves few digits", () => {
    expect(formatEuros(950)).toBe("950\u202f€");
    expect(formatEuros(9999)).toBe("9\u202f999\u202f€");
    expect(formatEuros(12_340)).toBe("12,3\u202fk€");
    expect(formatEuros(4_560_000)).toBe("4,6\u202fM€");
    expect(formatEuros(-1_234_000_000)).toBe("\u22121,2\u202fMd€");
  });
});

describe("formatBytes", () => {
  it("counts in decimal multiples", () => {
    expect(formatBytes(950)).toBe("950\u202fo");
    expect(formatBytes(12_340)).toBe("12,3\u202fko");
    expect(formatBytes(4_600_000)).toBe("4,6\u202fMo");
    expect(formatBytes(1_500_000_000)).toBe("1,5\u202fGo");
  });
});
