import { describe, expect, it } from "vitest";
import type { Estimates } from "../../../src/lib/metrics/clusterBootstrap.js";
import { gate, type Judged } from "../../../src/lib/runs/gate.js";

const around = (value: number, half: number) => ({ value, low: value - half, high: value + half });

function judged(measures: Estimates = {}, model: Partial<Judged["model"]> = {}): Judged {
  const found = {
    auc: around(0.8, 0.02),
    averagePrecision: around(0.2, 0.03),
    eventRate: around(0.02, 0.001),
    slope: around(1, 0.1),
    inTheLarge: around(0, 0.1),
    ...measures,
  };
  return {
    model: { converged: true, warnings: [], ...model },
    report: { withoutStrongSignals: { measures: found } },
  } as unknown as Judged;
}

const failing = (run: Judged, production: Judged) =>
  gate(run, production)
    .filter(({ passed }) => !passed)
    .map(({ name }) => name);

const warned = (code: string) => ({ warnings: [{ code, terms: [], message: "" }] });

describe("gate", () => {
  it("lets through a model no worse than the one in production", () => {
    expect(failing(judged(), judged())).toEqual([]);
  });

  it.each([
    ["convergence", judged({}, { converged: false })],
    ["separation", judged({}, warned("separation"))],
    ["alerts", judged({}, warned("flags-nobody"))],
    ["leak", judged({ auc: around(0.995, 0.001) })],
    ["auc", judged({ auc: around(0.77, 0.02) })],
    ["averagePrecision", judged({ averagePrecision: around(0.16, 0.02) })],
    ["slope", judged({ slope: around(0.5, 0.1) })],
    ["slope", judged({ slope: { value: null, low: null, high: null } })],
    ["inTheLarge", judged({ inTheLarge: around(0.7, 0.1) })],
  ])("refuses on %s alone, with its value and limit", (name, run) => {
    expect(failing(run, judged())).toEqual([name]);
  });
});
