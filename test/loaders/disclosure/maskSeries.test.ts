import highsLoader from "highs";
import { describe, expect, it } from "vitest";
import { maskSeries, type SeriesRequest } from "../../../loaders/disclosure/maskSeries.js";
import { maskAll } from "../../../loaders/disclosure/seriesThreads.js";
import { SEARCH_LIMITS } from "../../../src/lib/disclosure/optimum.js";
import { COUNT_RULES } from "../../../src/lib/disclosure/primary.js";
import { cellOf, flatTable } from "../../lib/disclosure/flatTable.js";

const highs = await highsLoader();

const ZEROS = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

const FIRST = [
  [5, 40, 9],
  [30, 50, 20],
  [12, 60, 33],
];
const RECTANGLE = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
] as const;

/** A count that moves by a little each month; the corner is small from the third one on. */
function requestOf(months: readonly string[], released?: Float64Array): SeriesRequest {
  const tables = months.map((_, index) => {
    const values = [
      [index < 2 ? 5 : 2, 40 + index, 9],
      [30, 50, 20 - index],
      [12, 60, 33],
    ];
    return flatTable(values, values);
  });
  const { value: size, equations, grandTotal } = flatTable(ZEROS);
  return {
    name: "essai",
    rules: COUNT_RULES,
    unit: 1,
    weight: size.map(() => 1),
    shapes: [equations],
    grandTotal,
    limits: SEARCH_LIMITS,
    months: tables.map(({ value, contributors, largest, second }, index) => ({
      ...{ value, contributors, largest, second },
      month: months[index]!,
      shape: 0,
      ...(released && index === 0 ? { released } : {}),
    })),
  };
}

/** A total of two companies that is the very cell of one of them: hidden or not, it knows the other. */
const HOPELESS: SeriesRequest = {
  ...requestOf([]),
  weight: Float64Array.of(1, 1),
  shapes: [[{ total: 0, parts: [1] }]],
  months: [
    {
      month: "2026-03",
      shape: 0,
      value: Float64Array.of(2, 2),
      contributors: Float64Array.of(2, 1),
      largest: Float64Array.of(1, 1),
      second: Float64Array.of(1, 0),
    },
  ],
};

const YEAR = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
const count = (mask: Uint8Array) => mask.reduce((sum, mark) => sum + mark, 0);
/** For months none of which waits. */
const masksOf = (request: SeriesRequest) => maskSeries(request, highs) as Uint8Array[];

describe("maskSeries", () => {
  it("hides nothing until a cell is small, then as little as it can", () => {
    const masks = masksOf(requestOf(YEAR));
    expect(masks.map(count)).toEqual([0, 0, 4, 4, 4]);
  });

  it("keeps its holes until the end of the year, then looks for the cheapest again", () => {
    const months = ["2025-10", "2025-11", "2025-12", "2026-01"];
    const masks = masksOf(requestOf(months));
    expect(masks[2]).toEqual(masks[3]);
    for (const [index, mask] of masks.slice(1).entries())
      for (const [cell, mark] of masks[index]!.entries())
        expect(mask![cell]).toBeGreaterThanOrEqual(mark);
  });

  it("keeps the holes of an earlier release of the month, needed or not", () => {
    const { value } = flatTable(FIRST);
    const released = value.slice();
    for (const [row, column] of RECTANGLE)
      released[cellOf(flatTable(FIRST), row, column)] = Number.NaN;
    const [mask] = masksOf(requestOf(YEAR, released));
    expect([...mask!]).toEqual([...released].map((amount) => (Number.isNaN(amount) ? 1 : 0)));
  });

  it("publishes a revised value that says nothing of a company", () => {
    const released = flatTable([
      [5, 40, 9],
      [30, 50, 20],
      [12, 61, 33],
    ]).value;
    expect(masksOf(requestOf(YEAR, released)).map(count)[0]).toBe(0);
  });

  it("waits to revise a cell that became small: the cells beside it were shown", () => {
    const request = requestOf(["2026-03"]);
    const small = flatTable([
      [2, 40, 9],
      [30, 50, 20],
      [12, 60, 33],
    ]);
    const months = request.months.map((month) => ({
      ...month!,
      value: small.value,
      contributors: small.value,
      released: flatTable(FIRST).value,
    }));
    expect(maskSeries({ ...request, months }, highs)).toEqual(["as released"]);
  });

  it("says nothing of a month without data", () => {
    const request = requestOf(YEAR);
    const months = request.months.map((month, index) => (index === 1 ? null : month));
    expect(maskSeries({ ...request, months }, highs)[1]).toBeNull();
  });

  it("names the measure and the month it cannot protect", () => {
    expect(() => maskSeries(HOPELESS, highs)).toThrow(/essai 2026-03/);
  });
});

describe("maskAll", () => {
  it("gives the same masks on one thread and on two", async () => {
    const requests = [requestOf(YEAR), requestOf(YEAR.slice(0, 3)), requestOf(YEAR.slice(2))];
    const one = await maskAll(requests, undefined, 1);
    expect(await maskAll(requests, undefined, 2)).toEqual(one);
    expect(one[0]).toEqual(maskSeries(requests[0]!, highs));
  });

  it("brings an error of a thread back as it was", async () => {
    await expect(maskAll([HOPELESS], undefined, 1)).rejects.toMatchObject({
      code: "disclosure-unsafe",
      exitCode: 1,
    });
  });
});
