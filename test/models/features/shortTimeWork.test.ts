import { describe, expect, it } from "vitest";
import { cleanAp } from "../../../loaders/clean/ap.js";
import { EXCEPTIONAL } from "../../../models/features/shortTimeWork.js";
import { A, A1, A2, featuresAfter, featuresAt } from "./economy.js";

const ap = (
  siret: string,
  month: string,
  authorised: number,
  consumed: number,
  motive = "Conjoncture économique",
) =>
  `INSERT INTO clean_ap VALUES ('${siret}', '${A}', '${month}-01', ${authorised}, ${consumed}, '${motive}');`;

describe("shortTimeWork", () => {
  it("apart_heures_consommees is full-time equivalents × 151.67, establishments added up", async () => {
    const row = await featuresAt("2024-03", ap(A1, "2024-03", 3, 2) + ap(A2, "2024-03", 1, 1));
    expect(row).toMatchObject({
      apart_heures_consommees: 455.01,
      apart_heures_autorisees: 606.68,
    });
  });

  it("apart_heures_consommees_cumulees restarts with each request", async () => {
    const changes = [
      ap(A1, "2024-02", 1, 1),
      ap(A1, "2024-03", 1, 0),
      ap(A1, "2024-04", 1, 2),
      ap(A1, "2024-06", 1, 1),
    ].join("");
    const cumulated = (await featuresAfter(changes))
      .filter(({ periode }) => periode >= "2024-02" && periode < "2024-08")
      .map((row) => row.apart_heures_consommees_cumulees);
    expect(cumulated).toEqual([151.67, 151.67, 455.01, 0, 151.67, 0]);
  });

  it("ratio_apart is hours / (effectif × 151.67)", async () => {
    const row = await featuresAt("2024-03", ap(A1, "2024-03", 5, 2.5));
    expect(row.ratio_apart).toBeCloseTo(0.25, 5);
  });

  it("ratio_apart_ordinaire leaves out the months under exceptional circumstances alone", async () => {
    const changes = [
      ap(A1, "2024-03", 5, 5, EXCEPTIONAL),
      ap(A2, "2024-03", 2, 2),
      ap(A1, "2024-04", 5, 5, `Conjoncture économique; ${EXCEPTIONAL}`),
    ].join("");
    const [march, april] = (await featuresAfter(changes)).filter(
      ({ periode }) => periode === "2024-03-01" || periode === "2024-04-01",
    );
    expect(march?.ratio_apart).toBeCloseTo(0.7, 12);
    expect(march?.ratio_apart_ordinaire).toBeCloseTo(0.2, 12);
    expect(april?.ratio_apart_ordinaire).toBe(april?.ratio_apart);
  });

  it("exceptional circumstances are named as the snapshot names them", () => {
    const context = { within: () => "true", dateFin: "", dateDebut: "", filtered: true };
    expect(cleanAp.query(context)).toContain(`'${EXCEPTIONAL}'`);
  });

  it("hours are unknown, not zero, after the last month anyone consumed in", async () => {
    const changes = "DELETE FROM clean_ap WHERE periode > '2025-10-01'";
    expect((await featuresAt("2025-10", changes)).ratio_apart).toBe(0);
    expect((await featuresAt("2025-11", changes)).ratio_apart).toBeNull();
  });

  it("hours are unknown before the source starts", async () => {
    const changes = "DELETE FROM clean_ap WHERE periode < '2024-05-01'";
    expect((await featuresAt("2024-04", changes)).apart_heures_consommees).toBeNull();
    expect((await featuresAt("2024-05", changes)).apart_heures_consommees).toBe(0);
  });

  it("apart_motif_recours gathers the motives of the running requests, each once, in order", async () => {
    const changes = [
      ap(A1, "2024-03", 5, 0, "B; A"),
      ap(A2, "2024-03", 5, 0, "A"),
      ap(A1, "2024-04", 0, 2, "A"),
    ].join("");
    expect((await featuresAt("2024-03", changes)).apart_motif_recours).toBe("A; B");
    expect((await featuresAt("2024-04", changes)).apart_motif_recours).toBeNull();
  });

  it("a day that is not the first of its month counts in that month", async () => {
    const row = await featuresAt(
      "2024-03",
      `INSERT INTO clean_ap VALUES ('${A1}', '${A}', '2024-03-30', 0, 1, NULL)`,
    );
    expect(row.apart_heures_consommees).toBe(151.67);
  });
});
