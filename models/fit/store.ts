import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { unfinishedName } from "../../loaders/unfinished.js";
import type { EvaluationReport } from "../../src/lib/evaluation.js";
import type { Model } from "../../src/lib/model.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { card } from "./card.js";

/** Writes `<registry>/<id>/card.md`, without evaluation, then `model.json`, each whole or not at all; returns the folder. */
export async function storeModel(model: Model, registry: string): Promise<string> {
  const folder = join(registry, model.id);
  await makeFolder(folder);
  await replaceFile(join(folder, "card.md"), card(model));
  await replaceFile(join(folder, "model.json"), stableJson(model));
  return folder;
}

/** Writes the card again, with what `evaluation.json` says. */
export async function storeCard(
  model: Model,
  report: EvaluationReport,
  folder: string,
): Promise<void> {
  await replaceFile(join(folder, "card.md"), card(model, report));
}

/** Writes a file whole or not at all. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const unfinished = unfinishedName(file);
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
