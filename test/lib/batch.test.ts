import { describe, expect, it } from "vitest";
import { batchEnd } from "../../src/lib/batch.js";

describe("batchEnd", () => {
  it("is the first day of the batch month, for a sub-batch too", () => {
    expect(batchEnd("2610")).toBe("2026-10-01");
    expect(batchEnd("1802_03")).toBe("2018-02-01");
  });
});
