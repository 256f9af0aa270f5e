import { describe, expect, it } from "vitest";
import { A, A1, featuresAfter, featuresAt } from "./economy.js";

const opening = (day: string, stage = "ouverture") =>
  `INSERT INTO clean_procol VALUES ('${A}', '${day}', 'redressement', '${stage}', 'Redressement judiciaire');`;
const state = (month: string, label = "Redressement judiciaire") =>
  `INSERT INTO clean_procol_at_date VALUES ('${A}', '${month}-01', '${month}-01', 'redressement', 'ouverture', '${label}');`;

async function positives(changes: string): Promise<string[]> {
  const rows = await featuresAfter(changes);
  return rows.filter(({ outcome }) => outcome === true).map(({ periode }) => periode.slice(0, 7));
}

describe("outcome", () => {
  it("is true when a proceeding opens after the first of the month and within 18 months", async () => {
    const months = await positives(opening("2025-06-15"));
    expect([months[0], months.at(-1)]).toEqual(["2024-01", "2024-06"]);
  });

  it("includes the same day 18 months later and excludes the first of the month itself", async () => {
    expect(await positives(opening("2025-08-01"))).toContain("2024-02");
    expect(await positives(opening("2025-07-01"))).toContain("2024-01");
    expect(await positives(opening("2024-03-01"))).not.toContain("2024-03");
  });

  it("is empty when the 18 months are not wholly observed, even if a proceeding is known", async () => {
    const rows = await featuresAfter(opening("2024-09-15"));
    const known = rows.filter(({ outcome }) => outcome !== null).map(({ periode }) => periode);
    expect(known.at(-1)).toBe("2024-06-01");
  });

  it("the end of a proceeding, or its inclusion in another, is not an entry", async () => {
    expect(await positives(opening("2025-01-15", "fin_procedure"))).toEqual([]);
    expect(await positives(opening("2025-01-15", "inclusion_autre_procedure"))).toEqual([]);
  });

  it("en_procedure is a strong signal and a positive, as in the published evaluations", async () => {
    expect(await featuresAt("2024-03", state("2024-03"))).toMatchObject({
      en_procedure: true,
      strong_signal: true,
      outcome: true,
    });
  });

  it("en_procedure holds from the month of the opening, not before", async () => {
    const [before, during] = (await featuresAfter(opening("2024-03-15"))).filter(
      ({ periode }) => periode === "2024-02-01" || periode === "2024-03-01",
    );
    expect([before?.en_procedure, during?.en_procedure]).toEqual([false, true]);
  });

  it("a company back in bonis is not in a proceeding", async () => {
    expect(await featuresAt("2024-03", state("2024-03", "In bonis"))).toMatchObject({
      en_procedure: false,
      outcome: false,
    });
  });

  it("en_defaut starts with the third month in a row with a ratio_dette above 1", async () => {
    const rows = await featuresAfter(
      `INSERT INTO clean_debit VALUES ('${A1}', '2024-02-01', 50, 60), ('${A1}', '2024-06-01', 50, 50);`,
    );
    const months = rows.filter((row) => row.en_defaut).map(({ periode }) => periode.slice(0, 7));
    expect(months).toEqual(["2024-04", "2024-05"]);
    expect(rows.every((row) => row.strong_signal === row.en_defaut)).toBe(true);
  });
});
