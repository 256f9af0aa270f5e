import { describe, expect, it } from "vitest";
import { chartedDrift } from "../../src/lib/chartedDrift.js";
import type { DescribedVariable, DriftSeries, Verdict } from "../../src/lib/evaluation.js";

const drifted = (
  name: string,
  psi: (number | null)[],
  { inModel = false, worst = "alerte" as Verdict } = {},
): DriftSeries => ({ name, label: name, inModel, psi, worst, last: "stable" });

const charted = (variables: DriftSeries[], families: Record<string, string>) => {
  const described = Object.entries(families).map(
    ([name, group]) => ({ name, group }) as DescribedVariable,
  );
  const months = ["2025-01", "2025-02", "2025-03"];
  const reference = { from: "2020-01", to: "2023-03" };
  return chartedDrift({ reference, months, variables }, described).series.map(({ name }) => name);
};

describe("chartedDrift", () => {
  it("shows the score first, even stable, and nothing else that is stable", () => {
    const stable = drifted("debt", [0.01, 0.02, 0], { worst: "stable" });
    const score = drifted("score", [0, 0, 0], { worst: "stable", inModel: true });
    expect(charted([stable, score], { debt: "dette_sociale" })).toEqual(["score"]);
  });

  it("shows one variable a family: of the model first, then the longest beyond 0.1, then the furthest", () => {
    const families = { a: "emploi", b: "emploi", c: "dette_sociale", d: "dette_sociale" };
    const series = [
      drifted("a", [9, 9, 9]),
      drifted("b", [0.1, null, 0], { inModel: true }),
      drifted("c", [5, 0, 0]),
      drifted("d", [0.1, 0.1, null]),
    ];
    expect(charted(series, families)).toEqual(["b", "d"]);
    expect(charted([drifted("c", [5, 0, 0]), drifted("d", [0.3, 0, 0])], families)).toEqual(["c"]);
  });
});
