import { expect, it } from "vitest";
import { groupLabel, indicatorOf, measureOf, sectionLabel } from "../../src/lib/labels.js";

it("names sections, the total and the groups of the model", () => {
  expect(sectionLabel("F")).toBe("Construction");
  expect(sectionLabel("Total")).toBe("Tous secteurs");
  expect(groupLabel("dette_sociale")).toBe("Dette sociale");
});

it("says how an indicator is measured", () => {
  expect(measureOf(indicatorOf("taux_ouverture_12m"))).toBe("En pourcentage");
  expect(measureOf(indicatorOf("entreprises"))).toBe("Nombre d’entreprises");
  expect(measureOf(indicatorOf("effectif"))).toBe("Nombre de salariés");
});

it("shows an unknown code as it is, but refuses an unknown indicator", () => {
  expect(sectionLabel("Z")).toBe("Z");
  expect(groupLabel("autre")).toBe("autre");
  expect(() => indicatorOf("autre" as never)).toThrow(RangeError);
});
