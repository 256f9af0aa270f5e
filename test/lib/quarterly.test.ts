import { expect, test } from "vitest";
import { quarterly } from "../../src/lib/quarterly.js";
import type { Totals } from "../../src/lib/totals.js";

const TOTALS: Totals = {
  territory: { code: "FR", name: "France", slug: "france", level: "france", parent: null },
  periods: ["2026-04", "2026-05", "2026-06"],
  indicators: { effectif: [10, 11, 12], etp_autorise: [1, 2, 3], part_en_dette: [5, 6, "s"] },
  adjusted: { effectif: [10, 11, 12] },
};

test("each indicator is taken at quarters as its definition says, states last and flows summed", () => {
  expect(quarterly(TOTALS, ["2026-T2"])).toEqual({
    territory: TOTALS.territory,
    periods: ["2026-T2"],
    indicators: { effectif: [12], etp_autorise: [6], part_en_dette: ["s"] },
    adjusted: {},
  });
});
