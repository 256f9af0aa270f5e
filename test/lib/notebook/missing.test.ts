import { expect, it } from "vitest";
import { missingByMonth, newlyMissing } from "../../../src/lib/notebook/missing.js";

const dates = ["2026-01-01", "2026-01-01", "2026-02-01", "2026-02-01"].map((day) => new Date(day));

it("counts empty values by month, whatever stands for empty", () => {
  const { months, variables } = missingByMonth(dates, [
    { name: "a", label: "A", values: [1, null, Number.NaN, 2] },
    { name: "b", label: "B", values: ["", "x", "y", "z"] },
  ]);
  expect(months).toEqual(["2026-01", "2026-02"]);
  expect(variables.map(({ shares }) => shares)).toEqual([
    [0.5, 0.5],
    [0.5, 0],
  ]);
});

it("tells a variable that has emptied, not one that never had values", () => {
  const missing = missingByMonth(dates, [
    { name: "gone", label: "Vidée", values: [1, 2, null, null] },
    { name: "never", label: "Jamais connue", values: [null, null, null, null] },
    { name: "known", label: "Connue", values: [1, 2, 3, null] },
  ]);
  expect(newlyMissing(missing).map(({ name }) => name)).toEqual(["gone"]);
});
