import { join } from "node:path";
import { expect, it } from "vitest";
import { modelsTable } from "../../../../loaders/tables/models/modelsTable.js";
import { fixtureModel } from "../../../fixtures/model.js";
import { temporaryFolder } from "../../../fixtures/temporaryFolder.js";

const stored = (batch: string, dette: number): [string, string] => {
  const id = `defaillance-${batch}`;
  const { terms, ...model } = fixtureModel();
  const moved = terms.map((one, index) => (index === 1 ? { ...one, estimate: dette } : one));
  return [`${id}/model.json`, JSON.stringify({ ...model, id, batch, terms: moved })];
};

it("tells the models up to that of the batch, the latest first, each against the one before", async () => {
  const registry = temporaryFolder({
    ...Object.fromEntries([stored("2608", 0.5), stored("2609", 0.62), stored("2610", 0.7)]),
    "LISEZMOI.md": "# Registre\n",
  });
  const { models } = await modelsTable(join(registry, "defaillance-2609", "model.json"));
  expect(models.map(({ id }) => id)).toEqual(["defaillance-2609", "defaillance-2608"]);
  expect(models.map(({ changes }) => changes?.moved)).toEqual([
    [{ label: "Dette Urssaf", from: 0.5, to: 0.62 }],
    undefined,
  ]);
  const { auc, confusion } = fixtureModel().evaluation.withoutStrongSignals;
  expect(models[0]).toMatchObject({
    auc,
    precision: { fort: confusion.fort.precision },
    recall: { modere: confusion.modere.recall },
    training: { companies: 2600 },
  });
});
