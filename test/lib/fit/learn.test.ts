import { describe, expect, it } from "vitest";
import { variable } from "../../../models/features/families.js";
import { encode } from "../../../src/lib/fit/encode.js";
import type { Frame } from "../../../src/lib/fit/frame.js";
import { learnColumns } from "../../../src/lib/fit/learn.js";
import { completeSpec, type Spec } from "../../../src/lib/fit/spec.js";

const frameOf = (values: number[], section: string[] = values.map(() => "")): Frame => ({
  rows: values.length,
  siren: values.map(String),
  month: new Int32Array(values.length),
  measures: new Map([
    ["ratio_dette", Float64Array.from(values)],
    ["dette_presente", Float64Array.from(values, (value) => (value > 0 ? 1 : value))],
  ]),
  categories: new Map([["section", section]]),
});

const specOf = (terms: Spec["terms"], clip = { lower: 0, upper: 1 }) =>
  completeSpec({ name: "", outcome: "", population: { label: "", excludes: [] }, terms, clip });

const all = (frame: Frame) => Int32Array.from({ length: frame.rows }, (_, row) => row);

describe("learnColumns", () => {
  it("standardises with the mean and the standard deviation of the training rows only", () => {
    const frame = frameOf([1, 3, 1000]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised" }]);
    const { columns } = learnColumns(spec, frame, Int32Array.of(0, 1), variable);
    expect(columns[0]?.transform).toEqual({
      kind: "standardised",
      lower: 1,
      upper: 3,
      mean: 2,
      sd: 1,
    });
    expect([...encode(columns[0]!, frame, all(frame))]).toEqual([-1, 1, 1]);
  });

  it("clips at the quantiles R-7 of the specification", () => {
    const frame = frameOf([...Array.from({ length: 100 }, (_, i) => i), 1e9]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised" }], {
      lower: 0.01,
      upper: 0.99,
    });
    const { columns } = learnColumns(spec, frame, all(frame), variable);
    expect(columns[0]?.transform).toMatchObject({ lower: 1, upper: 99 });
  });

  it("a missing value is the mean, and has a mark of its own when asked", () => {
    const frame = frameOf([1, 3, Number.NaN]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised", mark: true }]);
    const { columns } = learnColumns(spec, frame, all(frame), variable);
    expect(columns.map(({ name }) => name)).toEqual(["ratio_dette", "ratio_dette[absent]"]);
    expect(columns.map((column) => [...encode(column, frame, all(frame))])).toEqual([
      [-1, 1, 0],
      [0, 0, 1],
    ]);
  });

  it("no mark is made when nothing is missing in the training rows", () => {
    const frame = frameOf([1, 3]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised", mark: true }]);
    expect(learnColumns(spec, frame, all(frame), variable).columns).toHaveLength(1);
  });

  it("a measure nearly always zero is not wiped out by the clipping", () => {
    const frame = frameOf([...new Array<number>(999).fill(0), 5]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised" }], {
      lower: 0.01,
      upper: 0.99,
    });
    const { columns } = learnColumns(spec, frame, all(frame), variable);
    expect(columns[0]?.transform).toMatchObject({ lower: 0, upper: 5 });
  });

  it("a constant measure is left out with a warning that names it", () => {
    const frame = frameOf([2, 2, 2]);
    const spec = specOf([{ feature: "ratio_dette", as: "standardised" }]);
    const { columns, warnings } = learnColumns(spec, frame, all(frame), variable);
    expect(columns).toEqual([]);
    expect(warnings).toMatchObject([{ code: "constant", terms: ["ratio_dette"] }]);
  });

  it("a category becomes one column a level, all zero for the reference or an unknown value", () => {
    const frame = frameOf([0, 0, 0], ["F", "G", ""]);
    const spec = specOf([
      {
        feature: "section",
        as: "levels",
        reference: "autre",
        levels: [{ name: "construction", label: "Construction", values: ["F"] }],
      },
    ]);
    const { columns } = learnColumns(spec, frame, all(frame), variable);
    expect([...encode(columns[0]!, frame, all(frame))]).toEqual([1, 0, 0]);
  });

  it("an unknown flag counts as not raised", () => {
    const frame = frameOf([1, 0, Number.NaN]);
    const spec = specOf([{ feature: "dette_presente", as: "indicator" }]);
    const { columns } = learnColumns(spec, frame, all(frame), variable);
    expect([...encode(columns[0]!, frame, all(frame))]).toEqual([1, 0, 0]);
  });
});
