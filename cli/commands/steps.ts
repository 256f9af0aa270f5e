import { join } from "node:path";
import type { Command } from "commander";
import type { StepName } from "../../loaders/flow.js";
import { readModel } from "../../models/score/readModel.js";
import { VigieError } from "../../src/lib/error.js";
import { Flow } from "../flow/runner.js";
import { chooseBatch, type PlaceOptions, placesFrom, specName, withPlaces } from "../options.js";
import { createCommand } from "../program.js";
import { observe } from "../report.js";
import type { Terminal } from "../terminal.js";

interface Options extends PlaceOptions {
  batch?: string;
  spec?: string;
  model?: string;
}

/** Specification fitted when none is named. */
export const DEFAULT_SPEC = "combinaison";

export const featuresCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "features", "Calcule les variables par entreprise et par mois.");

export const scoreCommand = (terminal: Terminal): Command =>
  stepCommand(
    terminal,
    "score",
    "Calcule les scores, les contributions et les niveaux d’alerte.",
  ).option("--model <identifiant>", "modèle du registre, sur le lot où il a été ajusté");

export const fitCommand = (terminal: Terminal): Command =>
  stepCommand(terminal, "fit", "Ajuste le modèle sur les variables et l’évalue.").option(
    "--spec <fichier>",
    "spécification du modèle",
    `models/specs/${DEFAULT_SPEC}.ts`,
  );

/** A command that runs one step of the flow, whether it is out of date or not. */
function stepCommand(terminal: Terminal, name: StepName, summary: string): Command {
  return withPlaces(
    createCommand(name, summary, `vigie ${name} --batch 2610`).action(async (options: Options) => {
      const places = placesFrom(options);
      const named = await namedModel(options, places.registry);
      const batch = named?.batch ?? chooseBatch(options.batch, places);
      const spec = named?.spec ?? specName(options.spec ?? DEFAULT_SPEC);
      const flow = new Flow({ places, batch, spec, audience: "public" });
      const [report] = await flow.run([name], { force: true, observer: observe(terminal) });
      terminal.document({ batch, ...report });
    }),
  );
}

/** Specification and batch of the model asked for; a VigieError when another batch is asked too. */
async function namedModel({ model: id, batch }: Options, registry: string) {
  if (id === undefined) return undefined;
  const model = await readModel(join(registry, id, "model.json"));
  if (batch === undefined || batch === model.batch) return model;
  throw new VigieError(
    "model-batch",
    `le modèle « ${id} » a été ajusté sur le lot ${model.batch}, le lot ${batch} est demandé`,
    `Retirez --batch, ou ajustez ce modèle sur ce lot : « vigie fit --batch ${batch} --spec models/specs/${model.spec}.ts ».`,
    2,
  );
}
