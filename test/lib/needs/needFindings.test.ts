import { expect, test } from "vitest";
import {
  fastFinding,
  funnelFinding,
  helpedFinding,
  leadFinding,
} from "../../../src/lib/needs/needFindings.js";
import { NEEDS } from "../../fixtures/needs.js";

test("titles say what the figures say, and that some are not published", () => {
  expect(helpedFinding(NEEDS)).toMatch(/^22\sbesoins d’entreprises ont été clôturés/);
  expect(funnelFinding(NEEDS)).toMatch(
    /^Au T3\s2026, 90\s% des besoins transmis ont reçu une réponse/,
  );
  expect(funnelFinding({ ...NEEDS, funnel: null })).toMatch(/non publiée/);
  const funnel = { ...NEEDS.funnel!, needs: { ...NEEDS.funnel!.needs, takenCare: 84 } };
  expect(
    funnelFinding({ ...NEEDS, funnel, funnelBefore: { ...funnel, quarter: "2026-T2" } }),
  ).toMatch(
    /^Au T3\s2026, 84\s% des besoins transmis ont été pris en charge, contre 84\s% au trimestre précédent$/,
  );
  expect(fastFinding(NEEDS)).toMatch(/^Au T3\s2026, 60\s% des échanges/);
  expect(leadFinding(NEEDS.regions, "région")).toMatch(
    /^Bretagne : 40\sbesoins en douze mois, dont 55\s%/,
  );
  expect(leadFinding([{ name: "Corse", needs: "s", helped: "s" }], "région")).toMatch(/^Trop peu/);
});
