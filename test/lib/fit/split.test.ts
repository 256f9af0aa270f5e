import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame } from "../../../src/lib/fit/frame.js";
import { completeSpec } from "../../../src/lib/fit/spec.js";
import { partOfSiren, splitRows } from "../../../src/lib/fit/split.js";
import { monthOf } from "../../../src/lib/month.js";
import { PANEL_SPEC } from "../../models/fit/panel.js";

const FIRST = monthOf("2018-01");
const spec = completeSpec(PANEL_SPEC);

/** Companies × months, the last 18 without outcome, a few rows in a proceeding. */
function frameOf(companies: number, months: number): Frame {
  const rows = companies * months;
  const month = Int32Array.from({ length: rows }, (_, row) => FIRST + (row % months));
  const siren = Array.from({ length: rows }, (_, row) =>
    String(Math.floor(row / months)).padStart(9, "0"),
  );
  const outcome = Float64Array.from(month, (m) => (m > FIRST + months - 19 ? Number.NaN : 0));
  const inProceeding = Float64Array.from(month, (m, row) => ((row + m) % 7 === 0 ? 1 : 0));
  return {
    rows,
    siren,
    month,
    measures: new Map([
      ["outcome", outcome],
      ["en_procedure", inProceeding],
      ["strong_signal", inProceeding],
    ]),
    categories: new Map(),
  };
}

const sizes = {
  companies: fc.integer({ min: 1, max: 60 }),
  months: fc.integer({ min: 20, max: 80 }),
};

describe("splitRows", () => {
  it("no company is both learned from and tested, nor in two folds", () => {
    fc.assert(
      fc.property(fc.record(sizes), ({ companies, months }) => {
        const frame = frameOf(companies, months);
        const { training, fold, test } = splitRows(frame, spec);
        const partsOf = new Map<string, Set<number | "test">>();
        const add = (row: number, part: number | "test") => {
          const siren = frame.siren[row]!;
          partsOf.set(siren, (partsOf.get(siren) ?? new Set()).add(part));
        };
        for (const [index, row] of training.entries()) add(row, fold[index]!);
        for (const row of test) add(row, "test");
        for (const parts of partsOf.values()) expect(parts.size).toBe(1);
      }),
    );
  });

  it("every outcome learned from is known before the first month of the test", () => {
    fc.assert(
      fc.property(fc.record(sizes), ({ companies, months }) => {
        const frame = frameOf(companies, months);
        const { training, test, firstTestMonth } = splitRows(frame, spec);
        for (const row of training) expect(frame.month[row]! + 18).toBeLessThan(firstTestMonth);
        for (const row of test) expect(frame.month[row]).toBeGreaterThanOrEqual(firstTestMonth);
      }),
    );
  });

  it("rows without a known outcome are in no sample", () => {
    const frame = frameOf(50, 60);
    const outcome = frame.measures.get("outcome")!;
    const { training, test } = splitRows(frame, spec);
    for (const row of [...training, ...test]) expect(outcome[row]).toBe(0);
  });

  it("companies already in a proceeding are tested, never learned from", () => {
    const frame = frameOf(60, 60);
    const inProceeding = frame.measures.get("en_procedure")!;
    const { training, test } = splitRows(frame, spec);
    for (const row of training) expect(inProceeding[row]).toBe(0);
    expect(test.some((row) => inProceeding[row] === 1)).toBe(true);
  });

  it("the test holds the last six months with a known outcome", () => {
    const frame = frameOf(60, 60);
    const { test } = splitRows(frame, spec);
    const months = new Set(Array.from(test, (row) => frame.month[row]! - FIRST));
    expect([...months].sort((a, b) => a - b)).toEqual([36, 37, 38, 39, 40, 41]);
  });
});

describe("partOfSiren", () => {
  const sirens = Array.from({ length: 6000 }, (_, index) => String(index).padStart(9, "0"));

  it("shares companies as the specification says", () => {
    const count = (part: number | "test") =>
      sirens.filter((siren) => partOfSiren(siren, spec) === part).length;
    // Four standard deviations of a binomial of 6,000 draws are under 150.
    expect(Math.abs(count("test") - 2000)).toBeLessThan(150);
    for (const fold of [0, 1, 2, 3, 4]) expect(Math.abs(count(fold) - 800)).toBeLessThan(150);
  });

  it("another seed draws other companies", () => {
    const other = { ...spec, seed: 2 };
    const moved = sirens.filter((siren) => partOfSiren(siren, spec) !== partOfSiren(siren, other));
    expect(moved.length).toBeGreaterThan(2000);
  });
});
