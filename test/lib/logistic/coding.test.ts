import { describe, expect, it } from "vitest";
import { codeColumns } from "../../../src/lib/logistic/coding.js";

describe("treatment coding", () => {
  it("takes the first level in the order of Unicode as reference, and names the others", () => {
    const design = codeColumns([
      ["dette", { kind: "number", values: Float64Array.of(1, NaN, 3, 4) }],
      ["naf", { kind: "text", values: ["b", "é", null, "B"] }],
    ]);
    expect(design.names).toEqual(["dette", "naf[b]", "naf[é]"]);
    expect(design.rows).toBe(4);
    expect([...design.values]).toEqual([1, 1, 0, NaN, 0, 1, 3, NaN, NaN, 4, 0, 0]);
  });

  it("gives the only level of a text a column, which a fit reports as aliased", () => {
    const design = codeColumns([["naf", { kind: "text", values: ["a", null, "a"] }]]);
    expect(design).toEqual({ names: ["naf[a]"], rows: 3, values: Float64Array.of(1, NaN, 1) });
  });
});
