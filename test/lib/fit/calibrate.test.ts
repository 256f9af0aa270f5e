import { describe, expect, it } from "vitest";
import { calibrate } from "../../../src/lib/calibration.js";
import { chooseCalibration } from "../../../src/lib/fit/calibrate.js";

/** Companies of twenty rows at five risks; what is announced is the risk to the power given. */
function sample(power: number) {
  const risks = [0.1, 0.2, 0.3, 0.5, 0.7];
  const probability: number[] = [];
  const outcome: number[] = [];
  const siren: string[] = [];
  for (let company = 0; company < 500; company++) {
    const risk = risks[company % 5]!;
    for (let row = 0; row < 20; row++) {
      probability.push(risk ** power);
      outcome.push(row < Math.round(20 * risk) ? 1 : 0);
      siren.push(String(company));
    }
  }
  return {
    probability: Float64Array.from(probability),
    outcome: Float64Array.from(outcome),
    fold: Int32Array.from(siren, (name) => Math.floor(Number(name) / 5) % 5),
    siren,
  };
}

describe("chooseCalibration", () => {
  it("changes nothing when what is announced is what happens", () => {
    expect(chooseCalibration(sample(1), { calibration: "auto" }).map).toEqual({ kind: "none" });
  });

  it("corrects risks announced too low, and the map gives them back", () => {
    const { map, candidates } = chooseCalibration(sample(3), { calibration: "auto" });
    expect(map.kind).toBe("isotonic");
    for (const risk of [0.1, 0.3, 0.7]) expect(calibrate(map, risk ** 3)).toBeCloseTo(risk, 2);
    const [none, platt, isotonic] = candidates;
    expect(isotonic!.logLoss!).toBeLessThan(platt!.logLoss!);
    expect(platt!.logLoss!).toBeLessThan(none!.logLoss!);
  });

  it("follows the specification when it imposes a map", () => {
    expect(chooseCalibration(sample(1), { calibration: "platt" }).map.kind).toBe("platt");
  });
});
