import { expect, test } from "vitest";
import { risingCount } from "../../src/lib/sectorRanking.js";
import type { Cell } from "../../src/lib/tables.js";

const year = (before: Cell, now: Cell): Cell[] => [before, ...new Array(11).fill(0), now];

test("sectors on the rise are counted among those published at both dates", () => {
  expect(risingCount([year(1, 2), year(2, 2), year("s", 3), year(3, 1), [1, 2]])).toEqual({
    rising: 1,
    known: 3,
  });
});

test("nothing is counted when nothing can be compared", () => {
  expect(risingCount([year("s", 1), year(1, null)])).toBeNull();
});
