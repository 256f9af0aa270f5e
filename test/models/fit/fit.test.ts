import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fitModel } from "../../../models/fit/fit.js";
import type { Model, Term } from "../../../src/lib/model.js";
import { PANEL_SPEC, TRUTH, writePanel } from "./panel.js";

let features: string;
let registry: string;
let model: Model;

beforeAll(async () => {
  features = await writePanel(600);
  registry = mkdtempSync(join(tmpdir(), "vigie-registry-"));
  model = await fitModel({ features, spec: PANEL_SPEC, registry, batch: "2501", fictitious: true });
});

const term = (name: string): Term => model.terms.find((candidate) => candidate.name === name)!;

/** Slope per raw unit: the fitted one is per standard deviation. */
const slope = ({ estimate, stdError, transform }: Term) => {
  const scale = transform.kind === "standardised" ? transform.sd : 1;
  return { value: estimate / scale, error: stdError / scale };
};

describe("fitModel", () => {
  it.each([
    ["ratio_dette", TRUTH.ratio_dette],
    ["dette_presente", TRUTH.dette_presente],
    ["section[construction]", TRUTH.construction],
    ["ratio_dette[absent]", 0],
  ])("finds the truth of %s within four standard errors", (name, truth) => {
    const { value, error } = slope(term(name));
    expect(Math.abs(value - truth)).toBeLessThan(4 * error);
    expect(error).toBeLessThan(0.25);
  });

  it("finds the constant of the truth once the measure's mean is put back", () => {
    const { transform, estimate } = term("ratio_dette");
    if (transform.kind !== "standardised") throw new Error("unexpected transform");
    const constant = term("(Intercept)").estimate - (estimate * transform.mean) / transform.sd;
    expect(Math.abs(constant - TRUTH.constant)).toBeLessThan(0.15);
  });

  it("is calibrated on companies and months it has not seen", () => {
    const { calibration, auc } = model.evaluation.withoutStrongSignals;
    expect(Math.abs(calibration.intercept)).toBeLessThan(0.35);
    expect(Math.abs(calibration.slope - 1)).toBeLessThan(0.35);
    expect(auc).toBeGreaterThan(0.7);
  });

  it("the strong signals are all positives of the wider view and none of the other", () => {
    const { withStrongSignals, withoutStrongSignals } = model.evaluation;
    const strong = withStrongSignals.rows - withoutStrongSignals.rows;
    expect(strong).toBeGreaterThan(0);
    expect(withStrongSignals.events - withoutStrongSignals.events).toBe(strong);
    expect(withStrongSignals.rows).toBe(model.test.rows);
  });

  it("« fort » starts at a higher probability than « modéré » and flags less and better", () => {
    const { fort, modere } = model.thresholds;
    expect(fort.value).toBeGreaterThan(modere.value);
    expect(fort.precision).toBeGreaterThan(modere.precision);
    expect(fort.recall).toBeLessThan(modere.recall);
    expect([fort.beta, modere.beta]).toEqual([0.5, 2]);
  });

  it("writes what it returns, under an identifier that says the data are fictitious", () => {
    expect(model.id).toBe("essai-2501-demo");
    const stored = JSON.parse(readFileSync(join(registry, model.id, "model.json"), "utf8"));
    expect(stored).toEqual(model);
  });

  it("writes the same bytes when it is run again", async () => {
    const again = mkdtempSync(join(tmpdir(), "vigie-registry-"));
    await fitModel({
      features,
      spec: PANEL_SPEC,
      registry: again,
      batch: "2501",
      fictitious: true,
    });
    for (const file of ["model.json", "card.md"]) {
      const [first, second] = [registry, again].map((folder) =>
        readFileSync(join(folder, model.id, file)),
      );
      expect(second).toEqual(first);
    }
  });

  it("the card says in French what the model is for, how well it does and where it stops", () => {
    const card = readFileSync(join(registry, model.id, "card.md"), "utf8");
    for (const heading of ["Ce qu’il prédit", "Données", "Performance sur le test", "Limites"]) {
      expect(card).toContain(`## ${heading}`);
    }
    expect(card).toContain("Données fictives");
    expect(card).not.toMatch(/NaN|undefined|null/);
  });

  it("keeps the capacity of its specification, which the card tells", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vigie-capacity-"));
    const spec = { ...PANEL_SPEC, perDepartement: 200 };
    const options = { features, spec, registry: folder, batch: "2501", fictitious: true };
    const { id, capacity } = await fitModel(options);
    expect(capacity).toEqual({ perDepartement: 200 });
    expect(readFileSync(join(folder, id, "card.md"), "utf8")).toContain(
      "réservé aux 200 entreprises",
    );
  });

  it("names the months it should learn from when the data do not reach them", async () => {
    const spec = { ...PANEL_SPEC, split: { training: { from: "2016-01", to: "2018-12" } } };
    const few = await writePanel(40);
    await expect(
      fitModel({ features: few, spec, registry, batch: "2501", fictitious: true }),
    ).rejects.toThrow(/mois de 2016-01 à 2018-12, les données vont de 20/);
  });

  it("names the sample that holds no event and says what is needed", async () => {
    const small = await writePanel(1);
    await expect(
      fitModel({ features: small, spec: PANEL_SPEC, registry, batch: "2501", fictitious: true }),
    ).rejects.toMatchObject({ code: "sample-too-small", exitCode: 1 });
  });

  it("says to run « vigie features » when the features are absent", async () => {
    await expect(
      fitModel({
        features: join(registry, "features.parquet"),
        spec: PANEL_SPEC,
        registry,
        batch: "2501",
        fictitious: false,
      }),
    ).rejects.toMatchObject({ code: "no-features", exitCode: 2 });
  });
});
