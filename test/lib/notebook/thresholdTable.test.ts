import { expect, it } from "vitest";
import { bestRows, thresholdTable } from "../../../src/lib/notebook/thresholdTable.js";

const scores = [0.9, 0.8, 0.7, 0.6];
const outcomes = [1, 0, 1, 0];
const rows = thresholdTable(scores, outcomes, 1, { visit: 1, missed: 10 });

it("gives what each threshold flags, finds and costs", () => {
  expect(rows.map(({ flagged, truePositives, cost }) => [flagged, truePositives, cost])).toEqual([
    [1, 1, 11],
    [2, 1, 12],
    [3, 2, 3],
    [4, 2, 4],
  ]);
  expect(rows[2]).toMatchObject({ threshold: 0.7, precision: 2 / 3, recall: 1, fBeta: 0.8 });
});

it("finds the threshold of the highest F, of the least cost, and of a capacity", () => {
  const best = bestRows(rows, 2);
  expect([best.fBeta.flagged, best.cost.flagged, best.capacity?.flagged]).toEqual([3, 3, 2]);
  expect(bestRows(rows, 0).capacity).toBeNull();
});
