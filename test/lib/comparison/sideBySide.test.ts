import { describe, expect, it } from "vitest";
import {
  adjustedSideBySide,
  type Side,
  sideBySide,
} from "../../../src/lib/comparison/sideBySide.js";
import { indicatorOf } from "../../../src/lib/labels.js";

const MONTHS = ["2026-07", "2026-08", "2026-09"];
const state = indicatorOf("effectif");
const flow = indicatorOf("etp_activite_partielle");

function side(periods: string[], values: Side["indicators"][string]): Side {
  return { name: "", periods, indicators: { [state.id]: values, [flow.id]: values }, adjusted: {} };
}

describe("two series side by side", () => {
  it("are read on the periods of the first", () => {
    const { periods, values } = sideBySide(
      side(MONTHS, [1, 2, 3]),
      side(["2026-09", "2026-08"], ["s", 8]),
      state,
    );
    expect(periods).toEqual(MONTHS);
    expect(values).toEqual([
      [1, 2, 3],
      [null, 8, "s"],
    ]);
  });

  it("come down to quarters when either only has quarters: the last month of a state, the sum of a flow", () => {
    const monthly = side(MONTHS, [1, 2, 3]);
    const quarterly = side(["2026-T3"], [7]);
    expect(sideBySide(monthly, quarterly, state).values).toEqual([[3], [7]]);
    expect(sideBySide(quarterly, monthly, flow).values).toEqual([[7], [6]]);
    expect(sideBySide(monthly, quarterly, state).periods).toEqual(["2026-T3"]);
  });

  it("miss an indicator that one of them does not have", () => {
    const without = { ...side(MONTHS, []), indicators: {} };
    expect(sideBySide(side(MONTHS, [1, 2, 3]), without, state).values[1]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("are corrected for the season only when both are", () => {
    const corrected = { ...side(MONTHS, [1, 2, 3]), adjusted: { effectif: [1, 1, 1] } };
    expect(adjustedSideBySide(corrected, corrected, state)?.values).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(adjustedSideBySide(corrected, side(MONTHS, [1, 2, 3]), state)).toBeNull();
    const unknown = { ...corrected, adjusted: { effectif: [null, null, null] } };
    expect(adjustedSideBySide(unknown, corrected, state)).toBeNull();
  });
});
