import { existsSync } from "node:fs";
import { copyFile, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { unfinishedName } from "../../loaders/unfinished.js";
import { VigieError } from "../../src/lib/error.js";
import { type Criterion, gate, type Judged } from "../../src/lib/runs/gate.js";
import { FAMILIES } from "../features/families.js";
import { checkNoLeak } from "../features/leaks.js";
import { storeCard } from "../fit/store.js";
import { checkSpec } from "../specs/checkSpec.js";
import { OUTPUTS, readRun } from "./store.js";

export interface Promotion {
  id: string;
  model: string;
  promoted: boolean;
  criteria: Criterion[];
}

/**
 * Copies the bytes of a run to the registry and writes its card, if it passes the gate against
 * `production`, an identifier of the registry; otherwise nothing is written. Throws
 * `no-production` when the registry lacks that model or its evaluation, and what `checkSpec` throws
 * when the run learned from what it must predict.
 */
export async function promoteRun(options: {
  runs: string;
  id: string;
  registry: string;
  production: string;
}): Promise<Promotion> {
  const { record, model, report } = await readRun(options.runs, options.id);
  checkSpec(record.spec);
  checkNoLeak(FAMILIES);
  const criteria = gate({ model, report }, await readJudged(options.registry, options.production));
  const promoted = criteria.every(({ passed }) => passed);
  if (promoted) {
    const folder = join(options.registry, model.id);
    await makeFolder(folder);
    for (const name of OUTPUTS) {
      const unfinished = unfinishedName(join(folder, name));
      await copyFile(join(options.runs, record.id, name), unfinished);
      await rename(unfinished, join(folder, name));
    }
    await storeCard(model, report, folder);
  }
  return { id: record.id, model: model.id, promoted, criteria };
}

async function readJudged(registry: string, id: string): Promise<Judged> {
  const folder = join(registry, id);
  const absent = OUTPUTS.find((name) => !existsSync(join(folder, name)));
  if (absent) {
    throw new VigieError(
      "no-production",
      `le modèle en production ${id} n’a pas de ${absent} dans ${registry}`,
      "Faites-le d’abord avec « vigie run », ou nommez un autre modèle avec --production : une expérience se juge contre celui qu’elle remplace.",
      2,
    );
  }
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));
  return { model: await read("model.json"), report: await read("evaluation.json") };
}
