import { describe, expect, test } from "vitest";
import { isBatchKey, parseBatch } from "../../../src/lib/batch.js";

describe("batch keys (§3)", () => {
  test("AAMM is a batch: it observes what comes before the first of its month", () => {
    expect(parseBatch("1802")).toMatchObject({ dateFin: "2018-02-01", parent: undefined });
  });

  test("its history starts ten years before", () => {
    expect(parseBatch("2610").dateDebut).toBe("2016-10-01");
  });

  test("AAMM_NN is a sub-batch, of the same month as its parent", () => {
    expect(parseBatch("1802_01")).toMatchObject({ dateFin: "2018-02-01", parent: "1802" });
  });

  test("a month that does not exist, or another shape, is no key", () => {
    for (const key of ["1813", "1800", "201802", "1802_1", "1802-01", ""])
      expect(isBatchKey(key)).toBe(false);
  });
});
