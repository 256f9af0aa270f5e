import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Model } from "../../../src/lib/model.js";
import { modelChanges } from "../../../src/lib/models/modelChanges.js";
import type { ModelsTable, PublishedModel } from "../../../src/lib/models/modelsTable.js";

/**
 * The models of the registry that holds a `model.json`, up to its batch, the latest first, each compared
 * with the one before. A model published after the batch is not told: the table of a batch does not
 * change when a later one is run.
 */
export async function modelsTable(modelFile: string): Promise<ModelsTable> {
  const current = await readModel(modelFile);
  const registry = dirname(dirname(modelFile));
  const names = (await readdir(registry)).sort();
  const files = names
    .map((name) => join(registry, name, "model.json"))
    .filter((file) => existsSync(file));
  const models = (await Promise.all(files.map(readModel)))
    .filter(({ id, batch }) => id === current.id || batch < current.batch)
    .sort((a, b) => (a.batch + a.id < b.batch + b.id ? -1 : 1));
  const told = models.map((model, index) => published(model, models[index - 1]));
  return { models: told.reverse() };
}

async function readModel(file: string): Promise<Model> {
  return JSON.parse(await readFile(file, "utf8")) as Model;
}

function published(model: Model, previous: Model | undefined): PublishedModel {
  const { id, batch, spec, training } = model;
  const { auc, confusion } = model.evaluation.withoutStrongSignals;
  const both = (key: "precision" | "recall") => ({
    fort: confusion.fort[key],
    modere: confusion.modere[key],
  });
  return {
    id,
    batch,
    spec,
    training: { from: training.from, to: training.to, companies: training.companies },
    auc,
    precision: both("precision"),
    recall: both("recall"),
    changes: previous ? modelChanges(previous, model) : null,
  };
}
