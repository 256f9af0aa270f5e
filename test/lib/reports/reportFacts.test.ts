import { expect, test } from "vitest";
import { reportFacts } from "../../../src/lib/reports/reportFacts.js";
import { previousReport, reportNamed } from "../../../src/lib/reports/reportPeriods.js";
import { reportSentences, untold } from "../../../src/lib/reports/reportSentences.js";
import type { HomeTable } from "../../../src/lib/tables.js";
import { IMPACT } from "../../fixtures/impact.js";

const report = reportNamed("trimestriel", "2026-T3");
const home = {
  openings: { months: ["2026-06", "2026-09"], values: [100, 110] },
} as unknown as HomeTable;
const reportedValue = (impact: typeof IMPACT, label: RegExp) =>
  reportFacts(report, previousReport(report), { impact, home }).find((one) =>
    label.test(one.label),
  );

test("what happens is summed over the period, what is is that of its end", () => {
  expect(reportedValue(IMPACT, /^Agents actifs/)).toMatchObject({ now: 52, before: null });
  expect(reportedValue(IMPACT, /en cours/)?.now).toBe(10);
  expect(reportedValue(IMPACT, /^Listes/)).toMatchObject({ now: 1, before: 0 });
  expect(reportedValue(IMPACT, /procédures/)).toMatchObject({ now: 110, before: 100 });
});

test("a sum one part of which is hidden is hidden, and the report says what it cannot tell", () => {
  expect(reportedValue(IMPACT, /^Fiches/)?.now).toBe("s");
  const facts = reportFacts(report, previousReport(report), { impact: IMPACT, home });
  expect(untold(facts)).toContain("Fiches consultées");
  const sentences = reportSentences(facts, report.kind);
  expect(sentences.join(" ")).not.toMatch(/Fiches/);
  expect(sentences.at(-1)).toMatch(
    /: 110, en hausse de 10,0\u202f% par rapport au trimestre précédent\.$/,
  );
});
