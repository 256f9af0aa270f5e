import { expect, it } from "vitest";
import { formatCell } from "../../../src/lib/format/cell.js";
import { indicatorOf } from "../../../src/lib/labels.js";

it("says a hidden and a missing cell in words, differently", () => {
  expect(formatCell("s", indicatorOf("effectif"))).toBe("secret statistique");
  expect(formatCell(null, indicatorOf("effectif"))).toBe("non disponible");
  expect(formatCell(undefined, indicatorOf("effectif"))).toBe("non disponible");
});

it("takes the unit of the indicator", () => {
  expect(formatCell(2.5, indicatorOf("taux_ouverture_12m"))).toBe("2,5\u202f%");
  expect(formatCell(2_500_000, indicatorOf("dette_urssaf"))).toBe("2,5\u202fM€");
  expect(formatCell(2500, indicatorOf("entreprises"))).toBe("2\u202f500");
});
