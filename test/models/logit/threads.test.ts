import { afterAll, describe, expect, it } from "vitest";
import { sharedArray } from "../../../models/logit/passOrder.js";
import { Threads } from "../../../models/logit/threads.js";
import { fitLogistic } from "../../../src/lib/logistic/fit.js";
import { manyRows } from "../../lib/logistic/manyRows.js";

const ROWS = 60_000;
const { design, outcome } = manyRows(ROWS);
const offset = Float64Array.from(outcome, (_, i) => Math.sin(i) / 4);
const weights = Float64Array.from(outcome, (_, i) => 1 + (i % 3));

describe("a fit shared by several threads", () => {
  const engines = [2, 3].map((count) => new Threads(count));
  afterAll(() => Promise.all(engines.map((engine) => engine.stop())));

  it("is the same to the last bit whatever their number", () => {
    const alone = fitLogistic(design, outcome, { offset, weights });
    expect(alone.converged).toBe(true);
    for (const engine of engines)
      expect(fitLogistic(design, outcome, { offset, weights, engine })).toEqual(alone);
  });

  it("is the same when the design is in the memory they share", () => {
    const values = sharedArray(design.values.length);
    values.set(design.values);
    const alone = fitLogistic(design, outcome);
    for (const engine of engines)
      expect(fitLogistic({ ...design, values }, outcome, { engine })).toEqual(alone);
  });
});
