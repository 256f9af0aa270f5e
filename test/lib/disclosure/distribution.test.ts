import { describe, expect, it } from "vitest";
import { hiddenClasses } from "../../../src/lib/disclosure/distribution.js";

describe("hiddenClasses", () => {
  it("publishes classes of three companies or more, and empty ones", () => {
    expect(hiddenClasses([12, 40, 900])).toEqual([false, false, false]);
    expect(hiddenClasses([0, 40, 900])).toEqual([false, false, false]);
  });

  it("hides a second class with a class of one or two, the total being public", () => {
    expect(hiddenClasses([2, 40, 900])).toEqual([true, true, false]);
    expect(hiddenClasses([1, 0, 900])).toEqual([true, false, true]);
  });

  it("hides a third class when one company alone would compute the other class", () => {
    expect(hiddenClasses([1, 2, 900])).toEqual([true, true, true]);
  });

  it("hides everything when every company is in the same class", () => {
    expect(hiddenClasses([0, 0, 900])).toEqual([true, true, true]);
  });
});
