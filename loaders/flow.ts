/**
 * The whole pipeline, one line per step: the module that does it, what it reads, what it writes.
 * Data flows one way, from the top of this list to its end.
 *
 * Paths are templates: `{extracts}`, `{snapshots}`, `{features}`, `{registry}`, `{scores}`,
 * `{tables}` and `{dist}` are folders (`cli/flow/places.ts` holds their defaults), `{batch}` is the
 * batch key, `{spec}` the model's specification, `{model}` the identifier of the fitted model and
 * `{audience}` the site's readers. Modules are named, not imported: nothing upstream may depend on
 * what comes after it.
 */
export interface Step {
  name: StepName;
  /** What it does, for the progress line. */
  label: string;
  /** Entry module; with all that it imports, its code decides when the step runs again. */
  module: string;
  reads: readonly string[];
  writes: readonly string[];
}

export type StepName = "ingest" | "features" | "fit" | "score" | "tables" | "site";

// biome-ignore format: one line per step is what makes this file readable
export const FLOW: readonly Step[] = [
  { name: "ingest",   label: "Lecture et contrôle des extractions", module: "loaders/ingest/ingest.ts",    reads: ["{extracts}/{batch}"],                              writes: ["{snapshots}/{batch}"] },
  { name: "features", label: "Calcul des variables",                module: "models/features/features.ts", reads: ["{snapshots}/{batch}"],                             writes: ["{features}/{batch}/features.parquet"] },
  { name: "fit",      label: "Ajustement du modèle",                module: "models/fit/fit.ts",           reads: ["{features}/{batch}/features.parquet", "models/specs/{spec}.ts"], writes: ["{registry}/{model}"] },
  { name: "score",    label: "Scores et contributions",             module: "models/score/score.ts",       reads: ["{features}/{batch}/features.parquet", "{registry}/{model}/model.json"], writes: ["{scores}/{batch}"] },
  { name: "tables",   label: "Tables publiées et secret statistique", module: "loaders/tables/tables.ts",  reads: ["{snapshots}/{batch}", "{scores}/{batch}", "{registry}/{model}/model.json"], writes: ["{tables}/{batch}"] },
  { name: "site",     label: "Construction du site",                module: "cli/site/build.ts",           reads: ["{tables}/{batch}", "src", "cli/site", "observablehq.config.ts"], writes: ["{dist}/{audience}"] },
];
