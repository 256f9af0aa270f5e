import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogistic, type LogisticFit } from "../../../src/lib/logistic/fit.js";
import { fromColumns } from "./fromColumns.js";

/** Each property is checked on two hundred random samples, the same at every run. */
fc.configureGlobal({ numRuns: 200, seed: 42 });

/**
 * Two columns and outcomes that overlap: the last rows put an event and a non-event at every
 * corner of the range, so that a maximum exists.
 */
const overlapping = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.boolean()), {
    minLength: 10,
    maxLength: 60,
  })
  .map((draws) => {
    const corners = [-9, 9].flatMap((a) => [-9, 9].flatMap((b) => [row(a, b, 0), row(a, b, 1)]));
    return [...draws.map(([a, b, y]) => row(a, b, y ? 1 : 0)), ...corners];
  });

type Row = { a: number; b: number; y: number };
const row = (a: number, b: number, y: number): Row => ({ a, b, y });

function fitRows(rows: Row[], options?: Parameters<typeof fitLogistic>[2]): LogisticFit {
  const design = fromColumns({ a: rows.map((r) => r.a), b: rows.map((r) => r.b) });
  return fitLogistic(
    design,
    Float64Array.from(rows, (r) => r.y),
    options,
  );
}

/** Largest gap between a fit and what theory makes of another, in standard errors of the first. */
function gap(actual: LogisticFit, estimates: number[], stdErrors: number[]): number {
  const gaps = estimates.flatMap((value, j) => [
    Math.abs(actual.estimates[j]! - value) / actual.stdErrors[j]!,
    Math.abs(actual.stdErrors[j]! / stdErrors[j]! - 1),
  ]);
  return Math.max(...gaps);
}

const CLOSE = 1e-9;

const scaled = (values: Float64Array, factors: number[]) =>
  [...values].map((value, j) => value * factors[j]!);

describe("fitLogistic, metamorphic properties", () => {
  it("does not depend on the order of the rows", () => {
    const shuffled = overlapping.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const one = fitRows(rows);
        expect(gap(fitRows(others), [...one.estimates], [...one.stdErrors])).toBeLessThan(CLOSE);
      }),
    );
  });

  it("follows a change of the order of the columns", () => {
    fc.assert(
      fc.property(overlapping, (rows) => {
        const one = fitRows(rows);
        const design = fromColumns({ b: rows.map((r) => r.b), a: rows.map((r) => r.a) });
        const other = fitLogistic(
          design,
          Float64Array.from(rows, (r) => r.y),
        );
        const swapped = (values: Float64Array) => [0, 2, 1].map((j) => values[j]!);
        expect(gap(other, swapped(one.estimates), swapped(one.stdErrors))).toBeLessThan(CLOSE);
      }),
    );
  });

  it("follows a change of unit of a column, from 1e-6 to 1e6", () => {
    fc.assert(
      fc.property(overlapping, fc.double({ min: -6, max: 6, noNaN: true }), (rows, power) => {
        const unit = 10 ** power;
        const one = fitRows(rows);
        const other = fitRows(rows.map((r) => ({ ...r, b: r.b * unit })));
        const factors = [1, 1, 1 / unit];
        expect(
          gap(other, scaled(one.estimates, factors), scaled(one.stdErrors, factors)),
        ).toBeLessThan(CLOSE);
      }),
    );
  });

  it("moves only the intercept when a column is shifted", () => {
    fc.assert(
      fc.property(overlapping, fc.integer({ min: -1000, max: 1000 }), (rows, shift) => {
        const one = fitRows(rows);
        const other = fitRows(rows.map((r) => ({ ...r, a: r.a + shift })));
        expect(
          gap(
            { ...other, estimates: other.estimates.slice(1), stdErrors: other.stdErrors.slice(1) },
            [...one.estimates.slice(1)],
            [...one.stdErrors.slice(1)],
          ),
        ).toBeLessThan(CLOSE);
      }),
    );
  });

  it("gives a weight of 2 the meaning of a row given twice", () => {
    fc.assert(
      fc.property(overlapping, (rows) => {
        const weights = Float64Array.from(rows, (_, i) => 1 + (i % 2));
        const twice = rows.flatMap((r, i) => (i % 2 === 1 ? [r, r] : [r]));
        const one = fitRows(twice);
        const other = fitRows(rows, { weights });
        expect(gap(other, [...one.estimates], [...one.stdErrors])).toBeLessThan(CLOSE);
        expect(Math.abs(other.deviance - one.deviance)).toBeLessThan(1e-10 * one.deviance);
      }),
    );
  });

  it("changes sign when events and non-events are exchanged", () => {
    fc.assert(
      fc.property(overlapping, (rows) => {
        const one = fitRows(rows);
        const other = fitRows(rows.map((r) => ({ ...r, y: 1 - r.y })));
        expect(
          gap(
            other,
            [...one.estimates].map((value) => -value),
            [...one.stdErrors],
          ),
        ).toBeLessThan(CLOSE);
      }),
    );
  });

  it("takes a constant offset off the intercept, and nothing else", () => {
    fc.assert(
      fc.property(overlapping, fc.double({ min: -5, max: 5, noNaN: true }), (rows, constant) => {
        const one = fitRows(rows);
        const offset = new Float64Array(rows.length).fill(constant);
        const expected = [...one.estimates].map((value, j) => (j === 0 ? value - constant : value));
        expect(gap(fitRows(rows, { offset }), expected, [...one.stdErrors])).toBeLessThan(CLOSE);
      }),
    );
  });

  it("divides standard errors by √2 when every row is given twice", () => {
    fc.assert(
      fc.property(overlapping, (rows) => {
        const one = fitRows(rows);
        const factors = [1, 1, 1].map(() => Math.SQRT1_2);
        expect(
          gap(fitRows([...rows, ...rows]), [...one.estimates], scaled(one.stdErrors, factors)),
        ).toBeLessThan(CLOSE);
      }),
    );
  });

  it("groups: trials give the estimates of the rows they stand for", () => {
    fc.assert(
      fc.property(overlapping, (rows) => {
        const groups = new Map<string, Row[]>();
        for (const r of rows) {
          const key = `${r.a},${r.b}`;
          groups.set(key, [...(groups.get(key) ?? []), r]);
        }
        const lists = [...groups.values()];
        const shares = lists.map((list) => {
          const events = list.reduce((sum, r) => sum + r.y, 0);
          return { ...list[0]!, y: events / list.length };
        });
        const trials = Float64Array.from(lists, (list) => list.length);
        const one = fitRows(rows);
        const grouped = fitRows(shares, { trials });
        expect(gap(grouped, [...one.estimates], [...one.stdErrors])).toBeLessThan(CLOSE);
        expect(Math.abs(grouped.logLikKernel / one.logLikKernel - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("separation", () => {
  const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
    minLength: 4,
    maxLength: 20,
  });

  it("on one column is told exactly when events and non-events share no more than a bound", () => {
    fc.assert(
      fc.property(line, (draws) => {
        const events = draws.filter(([, y]) => y).map(([x]) => x);
        const others = draws.filter(([, y]) => !y).map(([x]) => x);
        const values = new Set(draws.map(([x]) => x));
        fc.pre(events.length > 0 && others.length > 0 && values.size > 1);
        const separated =
          Math.max(...others) <= Math.min(...events) || Math.max(...events) <= Math.min(...others);
        const design = fromColumns({ x: draws.map(([x]) => x) });
        const outcome = Float64Array.from(draws, ([, y]) => (y ? 1 : 0));
        const fitted = fitLogistic(design, outcome);
        const codes = fitted.warnings.map(({ code }) => code);
        expect(codes).toEqual(separated ? ["separation"] : []);
        expect(fitted.converged).toBe(!separated);
      }),
      { numRuns: 300 },
    );
  });

  it("is not cried for one extreme row among overlapping ones", () => {
    const x = Array.from({ length: 60 }, (_, i) => i % 10);
    const outcome = Float64Array.from(x, (_, i) => ((i * 7) % 3 === 0 ? 1 : 0));
    for (const extreme of [1e3, 1e5, 1e7]) {
      for (const y of [0, 1]) {
        x[0] = extreme;
        outcome[0] = y;
        const fitted = fitLogistic(fromColumns({ x }), outcome);
        expect([fitted.converged, fitted.warnings]).toEqual([true, []]);
      }
    }
  });

  it("names the mark that only events bear, not the column beside it", () => {
    const x = Array.from({ length: 400 }, (_, i) => (i * 37) % 100);
    const mark = x.map((_, i) => (i % 20 === 0 ? 1 : 0));
    const outcome = Float64Array.from(x, (value, i) =>
      mark[i] === 1 || (i * 53) % 100 < value ? 1 : 0,
    );
    const fitted = fitLogistic(fromColumns({ x, mark }), outcome);
    expect(fitted.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["separation", ["mark"]],
    ]);
    expect(fitted.warnings[0]!.message).toMatch(/^« mark » sépare parfaitement/);
  });
});
