import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { checkSpec } from "../../../models/specs/checkSpec.js";
import { type LabChoices, labSpec } from "../../../src/lib/fit/labSpec.js";
import { specSource } from "../../../src/lib/fit/specSource.js";

const choices: LabChoices = {
  name: "essai",
  terms: [
    { feature: "dette_presente", transform: "indicator" },
    { feature: "ratio_dette", transform: "standardised" },
    { feature: "effectif_variation_12m", transform: "marked" },
  ],
  excludes: ["en_procedure"],
  penalty: { kind: "firth" },
  combine: "joint",
  testShare: 0.25,
  testMonths: 4,
  seed: 3,
};

it("what the lab saves is a specification that the command line reads as it is", async () => {
  const spec = labSpec(choices, "Défaillance", "Entreprises");
  const file = join(mkdtempSync(join(tmpdir(), "vigie-spec-")), "essai.ts");
  writeFileSync(file, specSource(spec));
  const loaded = (await import(pathToFileURL(file).href)) as { spec: unknown };
  expect(loaded.spec).toEqual(spec);
  expect(() => checkSpec(spec)).not.toThrow();
  expect(spec.terms).toEqual([
    { feature: "dette_presente", as: "indicator" },
    { feature: "ratio_dette", as: "standardised" },
    { feature: "effectif_variation_12m", as: "standardised", mark: true },
  ]);
});
