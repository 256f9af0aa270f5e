import { describe, expect, it } from "vitest";
import { A, featuresAt } from "./economy.js";

const active = (ape: string) =>
  `INSERT INTO clean_sirene_ul VALUES ('${A}', '${ape}', '2014-04-01')`;

describe("sector", () => {
  it("section, division, group and class come from the activity of the legal unit", async () => {
    expect(await featuresAt("2024-04", active("43.21A"))).toMatchObject({
      section: "F",
      code_ape_niveau2: "43",
      code_ape_niveau3: "43.2",
      code_ape_niveau4: "43.21",
    });
  });

  it("an activity outside the nomenclature has no section and no level", async () => {
    expect(await featuresAt("2024-04", active("00.00Z"))).toMatchObject({
      section: null,
      code_ape_niveau2: null,
      code_ape_niveau4: null,
    });
  });
});
