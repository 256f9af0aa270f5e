import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { variable } from "../../../models/features/families.js";
import { fitModel } from "../../../models/fit/fit.js";
import { frameOf } from "../../../src/components/lab/readFrame.js";
import { specColumns } from "../../../src/lib/fit/fitFrame.js";
import { labFit } from "../../../src/lib/fit/labFit.js";
import { libraryFit } from "../../../src/lib/fit/libraryFit.js";
import { completeSpec, type Spec } from "../../../src/lib/fit/spec.js";
import { PANEL_SPEC, writePanel } from "../../models/fit/panel.js";

const registry = mkdtempSync(join(tmpdir(), "vigie-lab-"));
let features: string;
beforeAll(async () => {
  features = await writePanel(300);
});

const inLab = async (spec: Spec) =>
  labFit(
    await frameOf(await asyncBufferFromFile(features), specColumns(spec)),
    completeSpec(spec),
    variable,
  );

describe.each([
  ["one regression", { combine: "joint" }],
  ["a sub-model a group", { combine: "stacked" }],
  ["Firth’s penalty", { combine: "joint", penalty: { kind: "firth" } }],
  ["another split", { combine: "joint", seed: 7, split: { testMonths: 3, testShare: 0.5 } }],
] as const)("with %s", (name, choices) => {
  it("the lab and the command line give the same coefficients", async () => {
    const spec: Spec = { ...PANEL_SPEC, ...choices, name: name.replace(/\W/g, "") };
    const { fit } = await inLab(spec);
    const model = await fitModel({ features, spec, registry, batch: "2501", fictitious: true });
    expect(fit.terms.map((term) => term.name)).toEqual(model.terms.map((term) => term.name));
    for (const [at, term] of fit.terms.entries()) {
      const { estimate, stdError, ciLow } = model.terms[at]!;
      expect(Math.abs(term.estimate - estimate), term.name).toBeLessThan(1e-9);
      expect(Math.abs(term.stdError - stdError), term.name).toBeLessThan(1e-9);
      expect(Math.abs(term.ciLow - ciLow), term.name).toBeLessThan(1e-9);
    }
    expect(fit.training).toEqual(model.training);
    const { auc, brier } = model.evaluation.withoutStrongSignals;
    expect(fit.measures.auc.value).toBeCloseTo(auc, 9);
    expect(fit.measures.auc.low).toBeLessThan(auc);
    // The probability of the model is calibrated besides: near, not the same.
    expect(fit.measures.brier).toBeCloseTo(brier, 2);
  });
});

it("the library comes near the project’s own coefficients on the same rows", async () => {
  const { sheet } = await inLab({ ...PANEL_SPEC, combine: "joint" });
  const { rows, coefficients } = await libraryFit(sheet, 500);
  expect(rows).toBeLessThanOrEqual(500);
  for (const { name, library, own } of coefficients) {
    expect(Math.abs(library - own), name).toBeLessThan(0.5);
  }
});
