import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../loaders/folder.js";
import { removeUnfinished, unfinishedName } from "../../loaders/unfinished.js";
import { VigieError } from "../../src/lib/error.js";
import type { EvaluationReport } from "../../src/lib/evaluation.js";
import type { CompleteSpec } from "../../src/lib/fit/spec.js";
import type { Model } from "../../src/lib/model.js";
import { canonicalJson, stableJson } from "../../src/lib/stableJson.js";
import { sha256Text } from "../sha256.js";

/** What a run is made from; same ingredients, same run. */
export interface Ingredients {
  batch: string;
  fictitious: boolean;
  spec: CompleteSpec;
  /** SHA-256 of `features.parquet`. */
  features: string;
  /** SHA-256 by file of all that the fit and the evaluation are made of. */
  code: Record<string, string>;
}

/** `run.json`: the ingredients, and SHA-256 of what came out. */
export interface RunRecord extends Ingredients {
  id: string;
  outputs: Record<Output, string>;
}

export const OUTPUTS = ["model.json", "evaluation.json"] as const;
export type Output = (typeof OUTPUTS)[number];

export interface Run {
  record: RunRecord;
  model: Model;
  report: EvaluationReport;
}

/** Content-addressed: 16 hexadecimal digits of the SHA-256 of the ingredients. */
export const runId = (ingredients: Ingredients): string =>
  sha256Text(canonicalJson(ingredients)).slice(0, 16);

/** SHA-256 of the files a run wrote in `folder`. */
export async function outputsOf(folder: string): Promise<Record<Output, string>> {
  const hash = async (name: Output) => sha256Text(await readFile(join(folder, name), "utf8"));
  return {
    "model.json": await hash("model.json"),
    "evaluation.json": await hash("evaluation.json"),
  };
}

/**
 * Adds to `runs` the folder of files a fit wrote, which is moved there whole; a run already recorded
 * is left as it is, and so are its files. Throws `run-differs` when the same ingredients gave others.
 */
export async function recordRun(
  runs: string,
  ingredients: Ingredients,
  folder: string,
): Promise<RunRecord> {
  const record = { ...ingredients, id: runId(ingredients), outputs: await outputsOf(folder) };
  const place = join(runs, record.id);
  if (existsSync(place)) {
    const known = (await readRun(runs, record.id)).record;
    if (canonicalJson(known.outputs) === canonicalJson(record.outputs)) return known;
    throw new VigieError(
      "run-differs",
      `l’expérience ${record.id} existe déjà, avec d’autres résultats`,
      `Comparez-les : « vigie runs replay ${record.id} » ; les bibliothèques installées ont peut-être changé.`,
      1,
    );
  }
  await makeFolder(runs);
  await writeFile(join(folder, "run.json"), stableJson(record));
  await rename(folder, place);
  return record;
}

/** Throws `no-run` when no run, or more than one, has an identifier that starts so. */
export async function readRun(runs: string, start: string): Promise<Run> {
  const [id, other] = (await runIds(runs)).filter((name) => name.startsWith(start));
  if (id === undefined || other !== undefined)
    throw new VigieError(
      "no-run",
      id === undefined
        ? `aucune expérience « ${start} » dans ${runs}`
        : `plusieurs expériences commencent par « ${start} »`,
      "« vigie runs list » donne leurs identifiants.",
      2,
    );
  const read = async (name: string) => JSON.parse(await readFile(join(runs, id, name), "utf8"));
  const record = (await read("run.json")) as RunRecord;
  const found = await outputsOf(join(runs, id));
  const { id: recorded, outputs, ...ingredients } = record;
  if (
    runId(ingredients) !== id ||
    recorded !== id ||
    canonicalJson(found) !== canonicalJson(outputs)
  )
    throw new VigieError(
      "run-broken",
      `l’expérience ${id} a été modifiée depuis son enregistrement`,
      `Une expérience ne se corrige pas : écartez ${join(runs, id)} et relancez « vigie runs new ».`,
      1,
    );
  return { record, model: await read("model.json"), report: await read("evaluation.json") };
}

/** Every run, by identifier. */
export async function readRuns(runs: string): Promise<Run[]> {
  return Promise.all((await runIds(runs)).map((id) => readRun(runs, id)));
}

async function runIds(runs: string): Promise<string[]> {
  if (!existsSync(runs)) return [];
  return (await readdir(runs)).filter((name) => /^[0-9a-f]{16}$/.test(name)).sort();
}

/** A folder to work in beside the runs, removed whatever happens. */
export async function inWorkFolder<T>(
  runs: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const place = join(runs, "work");
  await removeUnfinished(place);
  const folder = unfinishedName(place);
  await makeFolder(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
