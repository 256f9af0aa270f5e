import { expect, it } from "vitest";
import { explored } from "../../../src/lib/notebook/explored.js";

const ROWS = 400;
const rows = Array.from({ length: ROWS }, (_, at) => at);
/** Risk rises with the value: 0 events of 4 for the lowest quarter, 1, 2, then 3 of 4. */
const outcome = rows.map((at) => at % 4 < Math.floor((4 * at) / ROWS));
const dates = rows.map((at) => new Date(at % 2 === 0 ? "2025-01-01" : "2026-06-01"));
const none = rows.map(() => false);

it("a variable that risk rises with has monotone bins and an area above one half", () => {
  const found = explored({ values: rows, outcome, strong: none, dates });
  expect(found.rising).toBe(true);
  expect(found.bins.map(({ woe }) => woe)).toEqual(
    [...found.bins.map(({ woe }) => woe)].sort((a, b) => a - b),
  );
  expect(found.auc).toBeGreaterThan(0.75);
  expect(found.iv).toBeGreaterThan(0.5);
  expect(found.events).toBe(outcome.filter(Boolean).length);
});

it("the opposite of a variable tells as much, the other way", () => {
  const found = explored({ values: rows, outcome, strong: none, dates });
  const opposite = explored({ values: rows.map((at) => -at), outcome, strong: none, dates });
  expect(opposite.rising).toBe(false);
  expect(opposite.auc).toBeCloseTo(found.auc, 12);
});

it("leaves out unknown outcomes and strong signals, and counts what misses", () => {
  const found = explored({
    values: rows.map((at) => (at % 10 === 0 ? null : at)),
    outcome: rows.map((at) => (at < 100 ? null : outcome[at]!)),
    strong: rows.map((at) => at >= 300),
    dates,
  });
  expect(found.rows).toBe(200);
  expect(found.missing).toBeCloseTo(0.1, 12);
});

it("a shifted distribution drifts, the same one does not", () => {
  const shifted = explored({
    values: rows.map((at) => (at % 2 === 0 ? at : at + 300)),
    outcome,
    strong: none,
    dates,
  });
  expect(shifted.drift.map(({ month, verdict }) => [month, verdict])).toEqual([
    ["2025-01", "stable"],
    ["2026-06", "alerte"],
  ]);
});
