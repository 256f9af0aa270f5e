import { describe, expect, it } from "vitest";
import { explainSeparation } from "../../../models/logit/explainSeparation.js";

const design = (columns: Record<string, number[]>) => {
  const names = Object.keys(columns);
  const rows = Object.values(columns)[0]!.length;
  const values = Float64Array.from({ length: rows * names.length }, (_, cell) => {
    return columns[names[cell % names.length]!]![Math.floor(cell / names.length)]!;
  });
  return { names, rows, values };
};
const outcome = Float64Array.of(0, 0, 1, 0, 1, 1);

describe("the explanation of a separation", () => {
  it("names the column that does it, the side it leads to, and not the others", async () => {
    const columns = { debt: [1, 4, 2, 3, 2, 5], plan: [0, 0, 1, 0, 0, 1] };
    const { kind, terms, warning } = await explainSeparation(design(columns), outcome);
    expect(kind).toBe("quasi-complete");
    expect(terms).toContainEqual({ term: "plan", sign: 1 });
    expect(warning?.code).toBe("separation");
    expect(warning?.terms).toContain("plan");
  });

  it("finds nothing where events and others overlap, nor with a single class", async () => {
    const columns = design({ debt: [1, 4, 2, 3, 6, 1] });
    expect((await explainSeparation(columns, outcome)).kind).toBe("none");
    expect((await explainSeparation(columns, new Float64Array(6))).warning).toBeNull();
  });
});
