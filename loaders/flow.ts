/**
 * The whole pipeline, one line per step: the module that does it, what it reads, what it writes.
 * Data flows one way, from the top of this list to its end.
 *
 * Paths are templates: `{extracts}`, `{snapshots}`, `{features}`, `{registry}`, `{scores}`,
 * `{lists}`, `{tables}`, `{agents}`, `{runs}`, `{workspaces}` and `{dist}` are folders (`cli/flow/places.ts` holds their defaults), `{batch}` is the
 * batch key, `{previous}` the batch before it, `{former}` the last batch before it that has a list, `{published}` the last one that has page tables, `{spec}` the model's specification, `{model}` the identifier of the fitted model,
 * `{audience}` the site's readers and `{space}` the perimeter and the rights of a site of agents. Modules are named, not imported: nothing upstream may depend on
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

export type StepName =
  | "ingest"
  | "features"
  | "fit"
  | "evaluate"
  | "score"
  | "list"
  | "tables"
  | "site"
  | "sheets"
  | "agents"
  | "workspace"
  | "notebooks";

// biome-ignore format: one line per step is what makes this file readable
export const FLOW: readonly Step[] = [
  { name: "ingest",   label: "Lecture et contrôle des extractions", module: "loaders/ingest/ingest.ts",    reads: ["{extracts}/{batch}", "{snapshots}/{previous}/manifest.json"], writes: ["{snapshots}/{batch}"] },
  { name: "features", label: "Calcul des variables",                module: "models/features/features.ts", reads: ["{snapshots}/{batch}"],                             writes: ["{features}/{batch}/features.parquet"] },
  { name: "fit",      label: "Ajustement du modèle",                module: "models/fit/fit.ts",           reads: ["{features}/{batch}/features.parquet", "models/specs/{spec}.ts"], writes: ["{registry}/{model}/model.json"] },
  { name: "evaluate", label: "Évaluation du modèle",                module: "models/evaluate/evaluateModel.ts", reads: ["{features}/{batch}/features.parquet", "{registry}/{model}/model.json", "models/specs/{spec}.ts"], writes: ["{registry}/{model}/evaluation.json", "{registry}/{model}/card.md"] },
  { name: "score",    label: "Scores et contributions",             module: "models/score/score.ts",       reads: ["{features}/{batch}/features.parquet", "{registry}/{model}/model.json"], writes: ["{scores}/{batch}"] },
  { name: "list",     label: "Liste de détection",                  module: "models/lists/list.ts",        reads: ["{snapshots}/{batch}", "{features}/{batch}/features.parquet", "{scores}/{batch}", "{registry}/{model}/model.json", "{lists}/{former}"], writes: ["{lists}/{batch}"] },
  { name: "tables",   label: "Tables publiées et secret statistique", module: "loaders/tables/tables.ts",  reads: ["{snapshots}/{batch}", "{scores}/{batch}", "{registry}/{model}/model.json", "{registry}/{model}/evaluation.json", "{tables}/{published}/cellules.json"], writes: ["{tables}/{batch}"] },
  { name: "site",     label: "Construction du site",                module: "cli/site/build.ts",           reads: ["{tables}/{batch}", "src", "cli/site", "observablehq.config.ts"], writes: ["{dist}/{audience}"] },
];

/**
 * The sites of entitled agents, made on demand from what the steps above have written: `vigie run`
 * leaves them alone, and nothing of them is read by a step above.
 */
// biome-ignore format: as above
export const AGENTS_FLOW: readonly Step[] = [
  { name: "sheets",   label: "Liste et fiches du périmètre",        module: "loaders/agents/tables.ts",    reads: ["{snapshots}/{batch}", "{scores}/{batch}", "{lists}/{batch}", "{registry}/{model}/model.json"], writes: ["{agents}/{batch}-{space}"] },
  { name: "agents",   label: "Construction du site des agents",     module: "cli/site/build.ts",           reads: ["{tables}/{batch}", "{agents}/{batch}-{space}", "src", "cli/site", "observablehq.config.ts"], writes: ["{dist}/agents"] },
];

/** The notebooks of data scientists, with the tables they work on: made on demand as well. */
// biome-ignore format: as above
export const SCIENCE_FLOW: readonly Step[] = [
  { name: "workspace", label: "Tables des carnets",                 module: "models/workspace/workspace.ts", reads: ["{snapshots}/{batch}", "{features}/{batch}/features.parquet", "{scores}/{batch}", "{lists}/{batch}", "{registry}/{model}/model.json", "{registry}/{model}/evaluation.json", "models/specs", "{runs}"], writes: ["{workspaces}/{batch}"] },
  { name: "notebooks", label: "Construction des carnets",           module: "cli/site/build.ts",           reads: ["{tables}/{batch}", "{workspaces}/{batch}", "src", "cli/site", "observablehq.config.ts"], writes: ["{dist}/science"] },
];
