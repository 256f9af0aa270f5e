import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { VigieError } from "../../src/lib/error.js";
import { completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { canonicalJson } from "../../src/lib/stableJson.js";
import { type EvaluateOptions, evaluateModel } from "../evaluate/evaluateModel.js";
import { fitModel } from "../fit/fit.js";
import { readModel } from "../score/readModel.js";
import { sha256, sha256Text } from "../sha256.js";
import {
  type Ingredients,
  inWorkFolder,
  OUTPUTS,
  type Output,
  outputsOf,
  type RunRecord,
  readRun,
  recordRun,
} from "./store.js";

export interface ExperimentOptions extends Pick<EvaluateOptions, "resampling"> {
  /** Folder of the runs. */
  runs: string;
  /** `features.parquet` of the batch. */
  features: string;
  /** SHA-256 by file of the code. */
  code: Record<string, string>;
}

/** What a replay found: outputs that differ, and which ingredients had changed. */
export interface Replay {
  id: string;
  identical: boolean;
  differing: Output[];
  dataChanged: boolean;
  /** Files of code added, removed or modified since. */
  codeChanged: string[];
}

/**
 * Fits and evaluates a specification without touching the registry, and records the run. Throws what
 * `fitModel` and `recordRun` throw.
 */
export async function runExperiment(
  options: ExperimentOptions & { spec: Spec; batch: string; fictitious: boolean },
): Promise<RunRecord> {
  const ingredients: Ingredients = {
    batch: options.batch,
    fictitious: options.fictitious,
    spec: completeSpec(options.spec),
    features: await sha256(options.features),
    code: options.code,
  };
  const stamp = sha256Text(canonicalJson(options.code)).slice(0, 16);
  return inWorkFolder(options.runs, async (work) =>
    recordRun(options.runs, ingredients, await execute(ingredients, options, work, stamp)),
  );
}

/**
 * Records the model and the evaluation that the registry holds, as the steps of the flow have just
 * written them. What they were made from must be what is given. Throws what `recordRun` throws.
 */
export async function recordFitted(options: {
  runs: string;
  /** Folder of the model in the registry. */
  folder: string;
  features: string;
  spec: Spec;
  code: Record<string, string>;
}): Promise<RunRecord> {
  const model = await readModel(join(options.folder, "model.json"));
  const ingredients: Ingredients = {
    batch: model.batch,
    fictitious: model.fictitious,
    spec: completeSpec(options.spec),
    features: await sha256(options.features),
    code: options.code,
  };
  return inWorkFolder(options.runs, async (work) => {
    const copy = join(work, model.id);
    await makeFolder(copy);
    for (const name of OUTPUTS) await copyFile(join(options.folder, name), join(copy, name));
    return recordRun(options.runs, ingredients, copy);
  });
}

/** Fits a recorded specification again and compares bytes; the record is left as it is. */
export async function replayRun(id: string, options: ExperimentOptions): Promise<Replay> {
  const { record, model } = await readRun(options.runs, id);
  const features = await sha256(options.features);
  const outputs = await inWorkFolder(options.runs, async (work) =>
    outputsOf(await execute(record, options, work, model.provenance.code)),
  );
  const differing = OUTPUTS.filter((name) => outputs[name] !== record.outputs[name]);
  const files = new Set([...Object.keys(record.code), ...Object.keys(options.code)]);
  return {
    id: record.id,
    identical: differing.length === 0,
    differing,
    dataChanged: features !== record.features,
    codeChanged: [...files].filter((file) => record.code[file] !== options.code[file]).sort(),
  };
}

/** `code` is what the model says of the code it was recorded with: a replay must give the same bytes. */
async function execute(
  { batch, fictitious, spec }: Ingredients,
  { features, resampling }: ExperimentOptions,
  work: string,
  code: string,
): Promise<string> {
  const model = await fitModel({ features, spec, registry: work, batch, fictitious, code });
  const folder = join(work, model.id);
  await evaluateModel({ features, model: join(folder, "model.json"), spec, resampling });
  return folder;
}

/** Throws `run-batch` when the runs compared are not of one batch and data. */
export function checkComparable(records: readonly RunRecord[]): void {
  if (new Set(records.map(({ features }) => features)).size <= 1) return;
  throw new VigieError(
    "run-batch",
    "ces expériences n’ont pas lu les mêmes données : leurs mesures ne se comparent pas",
    "Comparez des expériences du même lot, ou relancez-les sur un même lot : « vigie runs new ».",
    2,
  );
}
