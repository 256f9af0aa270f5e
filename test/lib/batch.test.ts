import { describe, expect, it } from "vitest";
import { batchBefore, parseBatch } from "../../src/lib/batch.js";

describe("parseBatch", () => {
  it("reads the month of a batch, ten years before it, and its end, which is exclusive", () => {
    expect(parseBatch("2610")).toEqual({
      key: "2610",
      year: 2026,
      month: 10,
      dateDebut: "2016-10-01",
      dateFin: "2026-10-01",
      parent: undefined,
    });
  });

  it("names the parent of a sub-batch", () => {
    expect(parseBatch("1802_03")).toMatchObject({ dateFin: "2018-02-01", parent: "1802" });
  });

  it.each(["2613", "2600", "26100", "2610_1", "", "../2610"])("refuses « %s »", (key) => {
    expect(() => parseBatch(key)).toThrow(
      expect.objectContaining({ code: "batch-key", exitCode: 2 }),
    );
  });
});

describe("batchBefore", () => {
  it("counts months back, over the new year", () => {
    expect(batchBefore(parseBatch("2610"), 1)).toBe("2609");
    expect(batchBefore(parseBatch("2601"), 2)).toBe("2511");
    expect(batchBefore(parseBatch("2601"), 0)).toBe("2601");
  });
});
