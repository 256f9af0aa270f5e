import { expect, it } from "vitest";
import { missedBySegment, tellingSegments } from "../../../src/lib/notebook/missedBySegment.js";

const failures = [
  ...Array.from({ length: 40 }, (_, at) => ({ segment: "A", missed: at < 36 })),
  ...Array.from({ length: 40 }, (_, at) => ({ segment: "B", missed: at < 10 })),
  { segment: "C", missed: true },
  { segment: null, missed: true },
];

it("counts the failures missed of each group, none lost but those of no group", () => {
  expect(
    missedBySegment(failures).map(({ segment, failed, missed }) => [segment, failed, missed]),
  ).toEqual([
    ["C", 1, 1],
    ["A", 40, 36],
    ["B", 40, 10],
  ]);
});

it("names a group when chance does not explain it, not one of a single failure", () => {
  const telling = tellingSegments(missedBySegment(failures), 0.58);
  expect(telling.map(({ segment }) => segment)).toEqual(["A"]);
});
