import { withDuckDB } from "../../loaders/duckdb.js";
import { fitFrame, specColumns } from "../../src/lib/fit/fitFrame.js";
import { completeSpec, type Spec } from "../../src/lib/fit/spec.js";
import { HORIZON_MONTHS } from "../../src/lib/horizon.js";
import type { Model } from "../../src/lib/model.js";
import type { Progress } from "../../src/lib/progress.js";
import { stableJson } from "../../src/lib/stableJson.js";
import { variable } from "../features/families.js";
import { readFrame } from "../frame.js";
import { modelId } from "../modelId.js";
import { sha256, sha256Text } from "../sha256.js";
import { storeModel } from "./store.js";

export interface FitOptions {
  /** `features.parquet` of the batch. */
  features: string;
  spec: Spec;
  /** Folder of the models; the model is written in `<registry>/<id>`. */
  registry: string;
  batch: string;
  /** Marks the model of a generated batch. */
  fictitious: boolean;
  /** Fingerprint of the code, recorded with the model; defaults to empty. */
  code?: string;
  progress?: Progress;
}

/**
 * Fits a specification on a features file, chooses its thresholds, evaluates it on companies and
 * months it has not seen, and writes `model.json` and `card.md` in the registry. What is evaluated
 * is what is kept: nothing is fitted again on all the data.
 *
 * Standard errors are clustered by company: its months share their outcome.
 *
 * Throws a VigieError when the features are absent, or when a sample or all folds but one hold no
 * event.
 */
export async function fitModel(options: FitOptions): Promise<Model> {
  const spec = completeSpec(options.spec);
  const step = (item: string, done: number) => options.progress?.({ item, done, total: 3 });
  const frame = await withDuckDB((connection) =>
    readFrame(connection, options.features, specColumns(spec)),
  );
  step("variables", 1);
  const model = {
    id: modelId(spec.name, options.batch, options.fictitious),
    spec: spec.name,
    batch: options.batch,
    fictitious: options.fictitious,
    outcome: { label: spec.outcome, horizonMonths: HORIZON_MONTHS },
    population: spec.population.label,
    excludes: [...spec.population.excludes],
    ...fitFrame(frame, spec, variable),
    provenance: {
      features: await sha256(options.features),
      spec: sha256Text(stableJson(spec)),
      code: options.code ?? "",
      seed: spec.seed,
    },
  };
  step("ajustement", 2);
  await storeModel(model, options.registry);
  step("registre", 3);
  return model;
}
